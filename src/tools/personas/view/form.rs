//! The form beside the card: eight questions in sight, all else folded.

use leptos::prelude::*;

use crate::base::id::Id;
use crate::base::locale::Locale;
use crate::base::money::Money;
use crate::i18n::claims::claim_warning;
use crate::i18n::format;
use crate::platform::random;
use crate::tools::personas::edit::PersonasEdit;
use crate::tools::personas::model::needs::NeedKind;
use crate::tools::personas::model::persona::{Claim, Distribution, Persona};
use crate::tools::personas::text::describe::sentence;
use crate::tools::personas::text::fields::text;
use crate::tools::personas::text::text as page_text;
use crate::tools::personas::view::bind;
use crate::tools::personas::view::carry::CarryButton;
use crate::tools::personas::view::insights::Insights;
use crate::tools::personas::view::list::ratio_words;
use crate::tools::personas::view::needs::NeedList;
use crate::tools::personas::view::rows::ShareTable;
use crate::tools::personas::view::state::Page;
use crate::ui::{Button, ButtonKind, IconName, Section, TextField};

/// No help, no error.
fn nothing() -> Signal<String> {
    Signal::stored(String::new())
}

/// The form of the persona with this id.
#[component]
pub fn Form(page: Page, id: Id) -> impl IntoView {
    let t = text(page.locale);
    view! {
        <div class="personas-form">
            <Section title=t.edit note=t.edit_note>
                <p class="small muted">{t.quick}</p>
                <ol class="personas-questions">
                    <li>{name_question(page)}</li>
                    <li>{age_question(page)}</li>
                    <li>{gender_question(page)}</li>
                    <li>
                        {head(page, t.regions, Claim::Regions)}
                        <ShareTable page of=Distribution::Regions />
                    </li>
                    <li>
                        {head(page, t.occasions, Claim::Occasions)}
                        <ShareTable page of=Distribution::Occasions />
                    </li>
                    <li>
                        <p class="personas-question">{t.hard}</p>
                        <NeedList page kind=NeedKind::Hard />
                    </li>
                    <li>
                        <p class="personas-question">{t.latent}</p>
                        <NeedList page kind=NeedKind::Latent />
                    </li>
                    <li>{price_question(page)}</li>
                </ol>
            </Section>
            <Section title=t.more>
                {fold(t.people, people(page))} {fold(t.money, spending(page))}
                {fold(t.reach, reach(page))} {fold(t.details, details(page))}
                {fold(t.weight, weight(page))}
                {fold(t.uses, view! { <Insights page /> }.into_any())}
                {fold(t.sentence, own_sentence(page))} {fold(t.source, source(page))}
                {manage(page, id)}
            </Section>
        </div>
    }
}

fn head(page: Page, question: &'static str, claim: Claim) -> AnyView {
    view! { <p class="personas-question">{question} {bind::evidence(page, claim)}</p> }.into_any()
}

fn fold(title: &'static str, body: AnyView) -> AnyView {
    view! {
        <details class="personas-fold">
            <summary>{title}</summary>
            <div class="stack">{body}</div>
        </details>
    }
    .into_any()
}

fn name_question(page: Page) -> AnyView {
    let t = text(page.locale);
    let value = Signal::derive(move || {
        page.persona.with(|one| one.as_ref().map(|one| one.name.clone())).unwrap_or_default()
    });
    let set = move |name: String| {
        page.write("personas.personas.name", None, &|persona| persona.name.clone_from(&name));
    };
    view! { <TextField label=t.name placeholder=t.name_example value on_commit=set /> }.into_any()
}

/// What is wrong between two ends of a range.
fn crossed(page: Page, words: fn(&Persona, Locale) -> Option<String>) -> Signal<Option<String>> {
    Signal::derive(move || {
        page.persona.with(|one| one.as_ref().and_then(|one| words(one, page.locale)))
    })
}

fn age_crossed(persona: &Persona, locale: Locale) -> Option<String> {
    let (from, to) = persona.age_from.zip(persona.age_to)?;
    (to < from).then(|| (text(locale).age_wrong)(from, to))
}

fn price_crossed(persona: &Persona, locale: Locale) -> Option<String> {
    let (from, to) = persona.price_from.zip(persona.price_to)?;
    let whole = |amount: Money| format::yuan_whole(amount);
    (to < from).then(|| (text(locale).price_wrong)(&whole(from), &whole(to)))
}

fn no_error() -> Signal<Option<String>> {
    Signal::stored(None)
}

fn age_question(page: Page) -> AnyView {
    let t = text(page.locale);
    let wrong = crossed(page, age_crossed);
    view! {
        {head(page, t.age, Claim::Age)}
        <div class="personas-pair">
            {bind::age(page, t.age_from, "personas.personas.age_from", |one| &mut one.age_from, no_error())}
            {bind::age(page, t.age_to, "personas.personas.age_to", |one| &mut one.age_to, wrong)}
        </div>
    }
    .into_any()
}

fn gender_question(page: Page) -> AnyView {
    let t = text(page.locale);
    view! {
        {head(page, t.gender, Claim::Gender)}
        <div class="personas-pair">
            {bind::ratio(page, t.female, "personas.personas.female", |one| &mut one.female, nothing())}
            {bind::ratio(page, t.male, "personas.personas.male", |one| &mut one.male, nothing())}
        </div>
    }
    .into_any()
}

fn price_question(page: Page) -> AnyView {
    let t = text(page.locale);
    let wrong = crossed(page, price_crossed);
    view! {
        {head(page, t.price, Claim::Price)}
        <div class="personas-pair">
            {bind::money(
                page,
                t.price_from,
                "personas.personas.price_from",
                |one| &mut one.price_from,
                no_error(),
                nothing(),
            )}
            {bind::money(
                page,
                t.price_to,
                "personas.personas.price_to",
                |one| &mut one.price_to,
                wrong,
                nothing(),
            )}
        </div>
    }
    .into_any()
}

fn people(page: Page) -> AnyView {
    let t = text(page.locale);
    view! {
        {head(page, t.ages, Claim::Age)}
        <ShareTable page of=Distribution::Ages />
        {bind::words(page, t.occupation, "personas.personas.occupation", |one| &mut one.occupation)}
        {bind::evidence(page, Claim::Occupation)}
        {bind::words(page, t.life_space, "personas.personas.life_space", |one| &mut one.life_space)}
        {bind::evidence(page, Claim::LifeSpace)}
        {bind::tags(page, t.attitudes, "personas.personas.attitudes", |one| &mut one.attitudes)}
        {bind::evidence(page, Claim::Attitudes)}
    }
    .into_any()
}

fn spending(page: Page) -> AnyView {
    let t = text(page.locale);
    let attitude = "personas.personas.price_attitude";
    view! {
        {head(page, t.spending, Claim::Spending)}
        <ShareTable page of=Distribution::Spending />
        {head(page, t.levels, Claim::Levels)}
        <ShareTable page of=Distribution::Levels />
        {bind::words(page, t.price_attitude, attitude, |one| &mut one.price_attitude)}
    }
    .into_any()
}

fn reach(page: Page) -> AnyView {
    let t = text(page.locale);
    view! {
        {head(page, t.terminal, Claim::Terminal)}
        <div class="personas-pair">
            {bind::ratio(page, t.mobile, "personas.personas.mobile", |one| &mut one.mobile, nothing())}
            {bind::ratio(page, t.desktop, "personas.personas.desktop", |one| &mut one.desktop, nothing())}
        </div>
        {bind::tags(page, t.keywords, "personas.personas.keywords", |one| &mut one.keywords)}
        {bind::evidence(page, Claim::Keywords)}
        {bind::tags(page, t.media, "personas.personas.media", |one| &mut one.media)}
        {bind::evidence(page, Claim::Media)}
    }
    .into_any()
}

fn details(page: Page) -> AnyView {
    let t = text(page.locale);
    view! {
        {bind::words(page, t.own_detail, "personas.personas.own_detail", |one| &mut one.own_detail)}
        {bind::words(page, t.gift_detail, "personas.personas.gift_detail", |one| &mut one.gift_detail)}
        {bind::evidence(page, Claim::Details)}
    }
    .into_any()
}

fn weight(page: Page) -> AnyView {
    let t = text(page.locale);
    let help =
        move |words: Option<String>| words.map(|words| (t.shop_rate)(&words)).unwrap_or_default();
    let cvr = Signal::derive(move || help(ratio_words(page.report.read().rates.cvr)));
    let aov = Signal::derive(move || help(page.report.read().rates.aov.map(format::money)));
    view! {
        {bind::ratio(page, t.share, "personas.personas.share", |one| &mut one.share, nothing())}
        <div class="personas-pair">
            {bind::ratio(page, t.cvr, "personas.personas.cvr", |one| &mut one.cvr, cvr)}
            {bind::money(page, t.aov, "personas.personas.aov", |one| &mut one.aov, no_error(), aov)}
        </div>
        {bind::evidence(page, Claim::Weight)}
    }
    .into_any()
}

/// The description in the user's own words, in both languages, each checked for absolute terms.
fn own_sentence(page: Page) -> AnyView {
    let t = text(page.locale);
    let shown = move |locale: Locale| {
        Signal::derive(move || {
            page.persona.with(|one| {
                let Some(persona) = one else { return String::new() };
                let own = match locale {
                    Locale::Zh => &persona.words_zh,
                    Locale::En => &persona.words_en,
                };
                own.clone().unwrap_or_else(|| sentence(persona, locale))
            })
        })
    };
    let field = move |label: &'static str, field, slot: bind::Slot<Option<String>>, locale| {
        let words = shown(locale);
        let warning = Signal::derive(move || claim_warning(&words.read(), page.locale));
        bind::own_words(page, label, field, slot, words, warning)
    };
    let is_own = move || {
        page.persona.with(|one| {
            one.as_ref().is_some_and(|one| one.words_zh.is_some() || one.words_en.is_some())
        })
    };
    let reset = move |()| {
        page.put(&|persona| (persona.words_zh, persona.words_en) = (None, None));
    };
    view! {
        {field(t.sentence_zh, "personas.personas.words_zh", |one| &mut one.words_zh, Locale::Zh)}
        {field(t.sentence_en, "personas.personas.words_en", |one| &mut one.words_en, Locale::En)}
        <Show when=is_own>
            <Button kind=ButtonKind::Link on_press=reset>
                {t.sentence_auto}
            </Button>
        </Show>
    }
    .into_any()
}

fn source(page: Page) -> AnyView {
    let t = text(page.locale);
    view! {
        {bind::words(page, t.source_line, "personas.personas.source", |one| &mut one.source)}
        <div class="personas-pair">
            {bind::day(page, t.checked, "personas.personas.checked", |one| &mut one.checked)}
            {bind::day(page, t.review_by, "personas.personas.review_by", |one| &mut one.review_by)}
        </div>
    }
    .into_any()
}

/// Duplicates, moves and removes the persona.
fn manage(page: Page, id: Id) -> AnyView {
    let t = page_text(page.locale);
    let copy = move |()| {
        let Some(persona) = page.persona.get_untracked() else { return };
        let mut copy = (*persona).clone();
        copy.id = random::new_id();
        copy.name = (t.copy_of)(&copy.name);
        for need in &mut copy.needs {
            need.id = random::new_id();
        }
        for insight in &mut copy.insights {
            (insight.id, insight.task) = (random::new_id(), None);
        }
        page.add(copy);
    };
    let place = move || page.all.with(|all| all.personas.iter().position(|one| one.id == id));
    let shift = move |to: Option<usize>| {
        if let Some(to) = to {
            page.edit(PersonasEdit::Move { id, to });
        }
    };
    let up = move |()| shift(untrack(place).and_then(|at| at.checked_sub(1)));
    let down = move |()| shift(untrack(place).map(|at| at + 1));
    let is_first = Signal::derive(move || place() == Some(0));
    let is_last = Signal::derive(move || {
        let n = page.all.with(|all| all.personas.len());
        place().is_none_or(|at| at + 1 == n)
    });
    view! {
        <div class="personas-manage">
            <Button icon=IconName::Copy on_press=copy>
                {t.copy}
            </Button>
            <CarryButton page />
            <Button disabled=is_first on_press=up>
                {t.move_up}
            </Button>
            <Button disabled=is_last on_press=down>
                {t.move_down}
            </Button>
            <Button icon=IconName::Delete on_press=move |()| page.is_removing.set(true)>
                {t.remove}
            </Button>
        </div>
    }
    .into_any()
}
