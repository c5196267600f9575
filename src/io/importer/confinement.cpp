#include "io/importer/confinement.hpp"

#include <algorithm>
#include <cerrno>
#include <initializer_list>

#include <fcntl.h>
#include <signal.h>
#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

namespace tpatlas::importer {

namespace {

// A sanitizer maps terabytes and asks the system for more than any model does.
#if defined(__SANITIZE_ADDRESS__)
constexpr bool confined = false;
#else
constexpr bool confined = true;
#endif

std::uint64_t all_memory = 0;  // as confine() said

void limit(__rlimit_resource_t what, rlim_t most)
{
    const rlimit value{most, most};
    setrlimit(what, &value);
}

void limit_resources()
{
    limit(RLIMIT_AS, all_memory);
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_NOFILE, 32);
}

bool allow(scmp_filter_ctx filter, int call)
{
    return seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 0) == 0;
}

// Opening is allowed for reading alone.
bool allow_opening(scmp_filter_ctx filter)
{
    constexpr unsigned writing = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND;
    return seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(openat), 1,
                            SCMP_A2(SCMP_CMP_MASKED_EQ, writing, 0)) == 0;
}

// A limit may be asked for and made smaller or, up to what it was at first, larger: of memory alone.
bool allow_limiting_memory(scmp_filter_ctx filter)
{
    return seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), 2,
                            SCMP_A0(SCMP_CMP_EQ, 0), SCMP_A1(SCMP_CMP_EQ, RLIMIT_AS)) == 0;
}

bool filter_calls()
{
    // What is not listed is "not there": a C library that asks for a newer call (faccessat2) then
    // takes the older one. What nothing of ours ever asks for ends the process.
    const scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(ENOSYS));
    if (filter == nullptr)
        return false;
    bool whole = allow_opening(filter) && allow_limiting_memory(filter);
    for (const int call :
         {SCMP_SYS(execve), SCMP_SYS(execveat), SCMP_SYS(socket), SCMP_SYS(connect), SCMP_SYS(fork),
          SCMP_SYS(vfork), SCMP_SYS(clone), SCMP_SYS(ptrace), SCMP_SYS(unlink), SCMP_SYS(unlinkat),
          SCMP_SYS(rename), SCMP_SYS(renameat), SCMP_SYS(renameat2), SCMP_SYS(process_vm_readv)})
        seccomp_rule_add(filter, SCMP_ACT_KILL_PROCESS, call, 0);
    for (const int call :
         {SCMP_SYS(read), SCMP_SYS(pread64), SCMP_SYS(readv), SCMP_SYS(write), SCMP_SYS(writev),
          SCMP_SYS(lseek), SCMP_SYS(close), SCMP_SYS(fstat), SCMP_SYS(newfstatat), SCMP_SYS(stat),
          SCMP_SYS(lstat), SCMP_SYS(statx), SCMP_SYS(readlink), SCMP_SYS(readlinkat),
          SCMP_SYS(getcwd), SCMP_SYS(access), SCMP_SYS(faccessat), SCMP_SYS(faccessat2),
          SCMP_SYS(mmap), SCMP_SYS(munmap),
          SCMP_SYS(mremap), SCMP_SYS(mprotect), SCMP_SYS(madvise), SCMP_SYS(brk), SCMP_SYS(futex),
          SCMP_SYS(rt_sigreturn), SCMP_SYS(rt_sigprocmask), SCMP_SYS(sigaltstack),
          SCMP_SYS(getrandom), SCMP_SYS(clock_gettime), SCMP_SYS(gettimeofday), SCMP_SYS(getrusage),
          SCMP_SYS(exit), SCMP_SYS(exit_group)})
        allow(filter, call);  // one that this machine does not know is not called either
    whole = whole && seccomp_load(filter) == 0;
    seccomp_release(filter);
    return whole;
}

}  // namespace

}  // namespace tpatlas::importer

#if defined(__SANITIZE_ADDRESS__)
// Its own limit, then: this process is ended where it holds more.
extern "C" const char* __asan_default_options()
{
    return "hard_rss_limit_mb=1400:detect_leaks=0";
}
#endif

namespace tpatlas::importer {

bool confine(unsigned memory_mib)
{
    all_memory = std::uint64_t{memory_mib} << 20;
    prctl(PR_SET_DUMPABLE, 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (!confined)
        return false;
    limit_resources();
    return filter_calls();
}

bool allow_memory(std::uint64_t bytes)
{
    if (!confined)
        return false;
    const rlimit value{std::min(bytes, all_memory), all_memory};
    return setrlimit(RLIMIT_AS, &value) == 0 && bytes < all_memory;
}

}  // namespace tpatlas::importer
