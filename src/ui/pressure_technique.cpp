// Which technique, and with what it is done.
#include "ui/pressure_parts.hpp"

#include "ui/compact_controls.hpp"
#include "ui/words.hpp"

#include <algorithm>

namespace tpatlas::ui {

namespace {

std::string contact_word(const PanelContext& context, Contact contact)
{
    return context.texts("contact." + std::string(to_text(contact)));
}

// Behind a name: who, where it is not for oneself; that it is not shown.
std::string remark(const PanelContext& context, const ShownPress& press)
{
    if (!press.animated())
        return " · " + context.texts("press.words_only");
    return press.option.who() == Who::self ? std::string()
                                           : " · " + context.texts("who.therapist");
}

struct Choice {
    std::string label;
    std::string text;
    bool now = false;
    ChooseTechnique chosen;
};

// One below the other, all as wide as the widest.
void choice_popup(const PanelContext& context, const char* id, const std::vector<Choice>& choices,
                  std::vector<Command>& commands)
{
    if (!begin_popup(context, id))
        return;
    float width = context.px(120);
    for (const Choice& choice : choices)
        width = std::max(width, small_width(context, choice.text));
    for (const Choice& choice : choices)
        if (small_button(context, choice.label, choice.text, choice.now, width)) {
            commands.push_back(choice.chosen);
            ImGui::CloseCurrentPopup();
        }
    end_popup(context);
}

// The first press of each technique, those that are shown before those that are not.
std::vector<ShownPress> one_a_technique(const std::vector<ShownPress>& all)
{
    std::vector<ShownPress> list;
    for (const bool animated : {true, false})
        for (const ShownPress& press : all) {
            const bool listed = std::any_of(list.begin(), list.end(), [&](const ShownPress& other) {
                return other.option.technique == press.option.technique;
            });
            if (press.animated() == animated && !listed)
                list.push_back(press);
        }
    return list;
}

// Those of the chosen technique, one a contact.
std::vector<ShownPress> one_a_contact(const std::vector<ShownPress>& all, const Technique* technique)
{
    std::vector<ShownPress> list;
    for (const ShownPress& press : all) {
        const bool listed = std::any_of(list.begin(), list.end(), [&](const ShownPress& other) {
            return other.option.contact == press.option.contact;
        });
        if (press.option.technique == technique && !listed)
            list.push_back(press);
    }
    return list;
}

}  // namespace

void technique_choice(const PanelContext& context, const ShownPress& press,
                      std::vector<Command>& commands)
{
    const TriggerPoint* point = context.catalogue().point(context.document().point->id);
    const std::vector<ShownPress> all =
        presses_of(context.atlas(), *point, context.document().point->side);
    const std::vector<ShownPress> techniques = one_a_technique(all);
    const std::vector<ShownPress> contacts = one_a_contact(all, press.option.technique);
    const std::string& name = (*press.option.technique)->name_en;
    const std::string contact = contact_word(context, press.option.contact);

    Flow flow(context, 5);
    flow.place(opening_width(context, name));
    if (opening_button(context, "techniques", name))
        ImGui::OpenPopup("##techniques");
    tip_for_last_item(context, context.texts("press.technique_tip"));
    if (contacts.size() > 1) {
        flow.place(opening_width(context, contact));
        if (opening_button(context, "contacts", contact))
            ImGui::OpenPopup("##contacts");
        tip_for_last_item(context, context.texts("press.contact_tip"));
    }
    if (press.option.who() != Who::self) {
        flow.place(small_width(context, context.texts("who.therapist")));
        chip(context, context.texts("who.therapist"));
    }
    std::vector<Choice> choices;
    for (const ShownPress& one : techniques)
        choices.push_back({"technique:" + (*one.option.technique)->id.text,
                           (*one.option.technique)->name_en + remark(context, one),
                           one.option.technique == press.option.technique,
                           {(*one.option.technique)->id, context.document().contact}});
    choice_popup(context, "##techniques", choices, commands);
    choices.clear();
    for (const ShownPress& one : contacts)
        choices.push_back({"contact:" + std::string(to_text(one.option.contact)),
                           contact_word(context, one.option.contact) + remark(context, one),
                           one.option.contact == press.option.contact,
                           {(*press.option.technique)->id, one.option.contact}});
    choice_popup(context, "##contacts", choices, commands);
}

}  // namespace tpatlas::ui
