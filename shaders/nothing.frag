// Nothing but the stencil is written.
void main() {}
