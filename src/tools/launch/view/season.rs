//! Whether it is time to launch (T-47): a season, its event, what was seen of competitors.

use std::sync::Arc;

use leptos::prelude::*;

use crate::base::day::Day;
use crate::base::extra::Extra;
use crate::base::id::Id;
use crate::base::list;
use crate::base::locale::Locale;
use crate::base::ratio::Ratio;
use crate::base::span::Span;
use crate::i18n::format;
use crate::knowledge::events::EventInstance;
use crate::platform::random::new_id;
use crate::tools::launch::calc::season::{Lies, Peers, month_index, peers, timing};
use crate::tools::launch::edit::LaunchEdit;
use crate::tools::launch::model::{PeerSeen, Season};
use crate::tools::launch::text::season::{Text, text};
use crate::tools::launch::view::state::Page;
use crate::ui::{
    Button, CountField, DateField, IconButton, IconName, RatioField, Section, Select, Tag,
    TextField, Tone,
};

/// How far around today events are offered.
const AROUND: i32 = 400;

/// What the parts share. A copy of the handle is the same.
#[derive(Clone, Copy)]
struct Look {
    page: Page,
    t: &'static Text,
    /// The events around today.
    events: Memo<Arc<Vec<EventInstance>>>,
}

impl Look {
    fn season(self, id: Id) -> Memo<Option<Season>> {
        Memo::new(move |_| {
            self.page.section.with(|section| list::find(&section.seasons, id).cloned())
        })
    }

    fn change(self, id: Id, change: impl FnOnce(&mut Season)) {
        let now =
            self.page.section.with_untracked(|section| list::find(&section.seasons, id).cloned());
        if let Some(mut season) = now {
            change(&mut season);
            self.page.edit(LaunchEdit::PutSeason(season));
        }
    }

    fn event_name(self, event: &EventInstance) -> String {
        match self.page.locale {
            Locale::Zh => event.name.zh.clone(),
            Locale::En => event.name.en.clone(),
        }
    }

    fn day(self, day: Day) -> String {
        format::day_medium(day, self.page.locale)
    }
}

/// The seasons.
#[component]
pub fn Seasons(page: Page) -> impl IntoView {
    let t = text(page.locale);
    let events = page.store.select(move |wb| {
        let span = Span::new(page.today + -AROUND, page.today + AROUND);
        Arc::new(wb.events(span))
    });
    let look = Look { page, t, events };
    let ids = Memo::new(move |_| {
        page.section.with(|section| section.seasons.iter().map(|one| one.id).collect::<Vec<_>>())
    });
    let add = move |()| {
        page.edit(LaunchEdit::PutSeason(Season::new(new_id(), String::new())));
    };
    let enough = Signal::derive(move || page.section.with(|section| Some(section.enough)));
    let set_enough = move |ratio: Option<Ratio>| {
        if let Some(ratio) = ratio {
            page.edit(LaunchEdit::SetEnough(ratio));
        }
    };
    let more = move || {
        view! {
            <Button icon=IconName::Plus on_press=add>
                {t.add}
            </Button>
        }
        .into_any()
    };
    view! {
        <Section title=t.title note=t.note more=more>
            <Show
                when=move || !ids.read().is_empty()
                fallback=move || view! { <p class="muted">{t.empty}</p> }
            >
                <div class="launch-enough">
                    <RatioField
                        label=t.enough
                        is_required=true
                        value=enough
                        on_commit=set_enough
                    />
                </div>
                <For each=move || ids.get() key=|id| *id let:id>
                    <One look id />
                </For>
            </Show>
        </Section>
    }
}

#[component]
fn One(look: Look, id: Id) -> impl IntoView {
    let (page, t) = (look.page, look.t);
    let season = look.season(id);
    let name = Signal::derive(move || {
        season.with(|one| one.as_ref().map(|one| one.name.clone())).unwrap_or_default()
    });
    let shown = Signal::derive(move || {
        let name = name.get();
        if name.trim().is_empty() { t.unnamed.to_owned() } else { name }
    });
    // One entry an event, whatever years it falls into.
    let keys = Memo::new(move |_| {
        let mut keys: Vec<(String, String)> = Vec::new();
        look.events.with(|events| {
            for event in events.iter() {
                if keys.iter().all(|(key, _)| *key != event.key) {
                    keys.push((event.key.clone(), look.event_name(event)));
                }
            }
        });
        keys
    });
    let options = Signal::derive(move || {
        let names = keys.get().into_iter().map(|(_, name)| name);
        [t.none.to_owned()].into_iter().chain(names).collect::<Vec<_>>()
    });
    let selected = Signal::derive(move || {
        let chosen = season.with(|one| one.as_ref().and_then(|one| one.event.clone()));
        let at = keys.with(|keys| keys.iter().position(|(key, _)| Some(key) == chosen.as_ref()));
        at.map_or(0, |at| at + 1)
    });
    let number = move |look: fn(&Season) -> i64| {
        Signal::derive(move || season.with(|one| one.as_ref().map(look)))
    };
    let own = Signal::derive(move || season.with(|one| one.as_ref()?.own_launch));
    let rename = move |text: String| look.change(id, |one| one.name = text);
    let set_early = move |days: Option<i64>| {
        if let Some(days) = days {
            look.change(id, |one| one.days_early = days);
        }
    };
    let set_late = move |days: Option<i64>| {
        if let Some(days) = days {
            look.change(id, |one| one.days_late = days);
        }
    };
    let choose = move |at: usize| {
        let key = keys.with_untracked(|keys| Some(keys.get(at.checked_sub(1)?)?.0.clone()));
        look.change(id, |one| one.event = key);
    };
    let remove = move |()| {
        if page.edit(LaunchEdit::RemoveSeason(id)) {
            page.say_undoable(t.removed.to_owned());
        }
    };
    view! {
        <div class="launch-season">
            <div class="fields">
                <TextField label=t.name value=name on_commit=rename />
                <Select label=t.event options selected on_select=choose />
                <DateField
                    label=t.own_launch
                    value=own
                    on_commit=move |day| look.change(id, |one| one.own_launch = day)
                />
                <CountField
                    label=t.early
                    is_required=true
                    value=number(|one| one.days_early)
                    on_commit=set_early
                />
                <CountField
                    label=t.late
                    is_required=true
                    value=number(|one| one.days_late)
                    on_commit=set_late
                />
                <IconButton
                    icon=IconName::Delete
                    label=Signal::derive(move || (t.remove)(&shown.read()))
                    on_press=remove
                />
            </div>
            <Says look id />
            <PeerTable look id />
        </div>
    }
}

/// What the dates and the competitors say.
#[component]
fn Says(look: Look, id: Id) -> impl IntoView {
    let (page, t) = (look.page, look.t);
    let season = look.season(id);
    let counted = move || {
        let enough = page.section.with(|section| section.enough);
        season.with(|one| one.as_ref().map(|one| peers(one, enough)))
    };
    let date = move || season.with(|one| Some(date_words(look, one.as_ref()?)));
    let month = page.store.select(move |wb| {
        let day = season.with(|one| one.as_ref()?.own_launch)?;
        let plan = wb.goals.plan(wb.shop.cut().year_of(day))?;
        let index = month_index(&plan.shape.months, day)?;
        let name = format::month_long(day.month(), page.locale);
        Some((t.month)(&name, &format::percent0(index), plan.shape.learned.is_some()))
    });
    let peers_line = move || {
        counted().map(|found| {
            let tone = match found.says {
                Peers::Selling => Tone::Done,
                Peers::NotMoving | Peers::NoneLaunched => Tone::Alert,
                Peers::Unknown => Tone::Plain,
            };
            let count = (t.counted)(found.n_seen, found.n_launched, found.n_selling);
            view! {
                <Tag tone>{count}</Tag>
                " "
                {(t.peers)(found.says)}
            }
        })
    };
    view! {
        <div class="launch-says" role="status">
            <p>{peers_line}</p>
            <p>{date}</p>
            <p class="muted small">{month}</p>
        </div>
    }
}

fn date_words(look: Look, season: &Season) -> String {
    let t = look.t;
    let (Some(launch), Some(key)) = (season.own_launch, season.event.as_ref()) else {
        return t.no_date.to_owned();
    };
    look.events.with(|events| {
        let mine: Vec<&EventInstance> = events.iter().filter(|one| one.key == *key).collect();
        let days: Vec<Day> = mine.iter().map(|one| one.anchor).collect();
        let Some(found) = timing(season, launch, &days) else { return t.no_date.to_owned() };
        let name = mine.first().map(|one| look.event_name(one)).unwrap_or_default();
        let event = (t.on_day)(&name, &look.day(found.event));
        let (from, to) = (look.day(found.window.from()), look.day(found.window.to()));
        match found.lies {
            Lies::Early(days) => (t.too_early)(&event, days, &from, &to),
            Lies::Within => (t.in_time)(&event, &from, &to),
            Lies::Late(days) => (t.too_late)(&event, days, &from, &to),
        }
    })
}

/// What was seen of every competitor.
#[component]
fn PeerTable(look: Look, id: Id) -> impl IntoView {
    let t = look.t;
    let rivals = look.page.store.select(|wb| wb.rival_names());
    let rows = move || {
        let rivals = rivals.get().into_iter();
        rivals.map(|(rival, name)| view! { <PeerRow look id rival name /> }).collect_view()
    };
    let table = move || {
        view! {
            <div class="table-scroll" role="group" tabindex="0" aria-label=t.peer>
                <table class="table launch-peers">
                    <thead>
                        <tr>
                            <th scope="col">{t.peer}</th>
                            <th scope="col">{t.head_launched}</th>
                            <th scope="col">{t.head_selling}</th>
                            <th scope="col">{t.head_seen}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
    };
    view! {
        <Show
            when=move || !rivals.read().is_empty()
            fallback=move || view! { <p class="muted small">{t.no_rivals}</p> }
        >
            {table()}
        </Show>
    }
}

#[component]
fn PeerRow(look: Look, id: Id, rival: Id, name: String) -> impl IntoView {
    let (page, t) = (look.page, look.t);
    let season = look.season(id);
    let seen = Memo::new(move |_| {
        season.with(|one| one.as_ref()?.seen.iter().find(|peer| peer.rival == rival).cloned())
    });
    let launched = Signal::derive(move || {
        seen.with(|peer| peer.as_ref().map_or(0, |peer| 1 + usize::from(peer.has_launched)))
    });
    let selling = Signal::derive(move || {
        match seen.with(|peer| peer.as_ref().and_then(|peer| peer.is_selling)) {
            None => 0,
            Some(true) => 1,
            Some(false) => 2,
        }
    });
    let day = Signal::derive(move || seen.with(|peer| peer.as_ref()?.seen_on));
    // Whoever notes something has looked today.
    let change = move |change: &dyn Fn(&mut PeerSeen)| {
        look.change(id, |one| {
            if one.seen.iter().all(|peer| peer.rival != rival) {
                one.seen.push(PeerSeen {
                    rival,
                    has_launched: false,
                    is_selling: None,
                    seen_on: Some(page.today),
                    extra: Extra::new(),
                });
            }
            one.seen.iter_mut().filter(|peer| peer.rival == rival).for_each(change);
        });
    };
    let set_launched = move |at: usize| match at {
        0 => look.change(id, |one| one.seen.retain(|peer| peer.rival != rival)),
        _ => change(&|peer| peer.has_launched = at == 2),
    };
    let set_selling = move |at: usize| {
        let answer = [None, Some(true), Some(false)].get(at).copied().flatten();
        change(&|peer| {
            peer.is_selling = answer;
            // What sells was launched.
            peer.has_launched |= answer == Some(true);
        });
    };
    let words = |words: [&'static str; 3]| words.map(str::to_owned).to_vec();
    view! {
        <tr>
            <th scope="row">{name.clone()}</th>
            <td>
                <Select
                    label=(t.launched)(&name)
                    is_bare=true
                    options=words([t.not_seen, t.not_yet, t.has_launched])
                    selected=launched
                    on_select=set_launched
                />
            </td>
            <td>
                <Select
                    label=(t.selling)(&name)
                    is_bare=true
                    options=words([t.unknown, t.yes, t.no])
                    selected=selling
                    on_select=set_selling
                />
            </td>
            <td>
                <DateField
                    label=(t.seen_on)(&name)
                    is_bare=true
                    value=day
                    on_commit=move |day| change(&|peer| peer.seen_on = day)
                />
            </td>
        </tr>
    }
}
