//! What a test says, in words; how far it is; what to beware of.

use leptos::prelude::*;

use crate::base::id::Id;
use crate::base::locale::Locale;
use crate::base::ratio::Ratio;
use crate::i18n::format;
use crate::tools::trials::calc::{Reading, Verdict};
use crate::tools::trials::model::Trial;
use crate::tools::trials::view::state::Page;
use crate::ui::{Message, Section, Tag, Tone};

/// More days than anybody waits.
const LONG: i64 = 365;

/// The verdict in a word or two.
#[component]
pub fn VerdictTag(page: Page, verdict: Verdict) -> impl IntoView {
    let tone = match verdict {
        Verdict::Winner(_) => Tone::Done,
        Verdict::TooEarly(_) => Tone::Alert,
        Verdict::NoData | Verdict::NotEnough | Verdict::NoDifference => Tone::Plain,
    };
    view! { <Tag tone>{(page.t.verdict_tag)(verdict)}</Tag> }
}

/// The verdict, the progress, the warnings.
#[component]
pub fn Result(page: Page, id: Id) -> impl IntoView {
    let t = page.t;
    let (trial, reading) = (page.trial_of(id), page.reading_of(id));
    let both = move || Some((trial.get()?, reading.get()?));
    let title = Signal::derive(move || {
        trial.with(|one| one.as_ref().map(|one| page.name(one))).unwrap_or_default()
    });
    let words = move || both().map(|(trial, reading)| sentence(page, &trial, &reading));
    let verdict = Memo::new(move |_| reading.with(|one| one.as_ref().map(|one| one.verdict)));
    let tag = move || verdict.get().map(|verdict| view! { <VerdictTag page verdict /> });
    let events = page.store.select(move |wb| {
        let names = wb.trial_events(id, page.today).into_iter().map(|event| match page.locale {
            Locale::Zh => event.name.zh,
            Locale::En => event.name.en,
        });
        names.collect::<Vec<_>>()
    });
    let warnings = move || {
        let mut lines: Vec<String> = reading
            .get()
            .map(|one| one.warnings.iter().map(|one| (t.warning)(*one).to_owned()).collect())
            .unwrap_or_default();
        events.with(|names| {
            if !names.is_empty() {
                lines.push((t.events)(&names.join(t.comma)));
            }
        });
        lines
    };
    let has_warnings = Memo::new(move |_| !warnings().is_empty());
    view! {
        <Section title more=move || tag.into_any()>
            <p class="trials-verdict" role="status">{words}</p>
            {move || both().map(|(trial, reading)| progress(page, &trial, &reading))}
            <Show when=move || has_warnings.get()>
                <Message tone=Tone::Info>
                    <ul class="trials-warnings">
                        {move || {
                            warnings()
                                .into_iter()
                                .map(|line| view! { <li>{line}</li> })
                                .collect_view()
                        }}
                    </ul>
                </Message>
            </Show>
        </Section>
    }
}

fn sentence(page: Page, trial: &Trial, reading: &Reading) -> String {
    let t = page.t;
    let names = page.variant_names(trial);
    let name = |place: usize| names.get(place).map_or("", String::as_str);
    let rate = (t.rates)(trial.decides);
    match reading.verdict {
        Verdict::NoData => t.no_data.to_owned(),
        Verdict::Winner(place) => (t.winner)(name(place), rate),
        Verdict::TooEarly(place) => (t.too_early)(name(place), rate),
        Verdict::NotEnough => t.not_enough.to_owned(),
        Verdict::NoDifference => (t.no_difference)(&format::percent0(trial.plan.lift)),
    }
}

/// How many there are of how many that are needed, as a bar and in words.
fn progress(page: Page, trial: &Trial, reading: &Reading) -> impl IntoView + use<> {
    let t = page.t;
    let base = (t.bases)(trial.decides);
    let Some(needed) = reading.needed else {
        return view! { <p class="muted small">{t.no_need}</p> }.into_any();
    };
    // The plan's own need and the least that was set: both have to be there.
    let needed = needed.max(trial.plan.min_base);
    let share = Ratio::of(reading.least, needed).map_or(0, Ratio::bp).clamp(0, 10_000);
    let is_full = needed <= reading.least;
    let (least, needed) = (format::count(reading.least), format::count(needed));
    let words = if is_full { (t.full)(&needed, base) } else { (t.progress)(&least, &needed, base) };
    let left = match reading.days_left {
        _ if is_full => None,
        None => Some(t.no_pace.to_owned()),
        Some(days) if LONG < days => Some(t.long_way.to_owned()),
        Some(days) => Some((t.days_left)(days)),
    };
    let width = format!("{}%", f64::from(share) / 100.0);
    view! {
        <div class="trials-progress">
            <span class="trials-bar" aria-hidden="true" data-full=is_full.then_some("")>
                <span style:inline-size=width></span>
            </span>
            <span>{words}</span>
            <span class="muted">{left}</span>
        </div>
    }
    .into_any()
}
