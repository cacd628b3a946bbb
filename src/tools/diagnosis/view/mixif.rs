//! Another mix of sources, tried: sliders and numbers, and what they would bring (T-81, V-13).

use std::sync::Arc;

use leptos::prelude::*;

use crate::base::ratio::Ratio;
use crate::i18n::format;
use crate::knowledge::traffic::source_name;
use crate::tools::diagnosis::calc::mixif::{Mix, Outcome, Part, outcome, parts};
use crate::tools::diagnosis::view::state::{Page, money, ratio};
use crate::tools::diagnosis::view::why::TaskButton;
use crate::ui::change::Change;
use crate::ui::{Button, CountField, Delta, Section, Segmented};

/// How many sources have a slider of their own.
const N_LINES: usize = 8;

/// What is tried. It is not stored.
#[derive(Clone, Copy)]
struct Trial {
    page: Page,
    parts: Memo<Arc<Vec<Part>>>,
    mix: RwSignal<Mix>,
}

impl Trial {
    fn name(self, part: &Part) -> String {
        match &part.name {
            Some(name) => source_name(name, self.page.locale).to_owned(),
            None => self.page.w.mix_rest.to_owned(),
        }
    }

    fn set(self, place: usize, to: i64) {
        let parts = self.parts.get_untracked();
        self.mix.update(|mix| *mix = mix.with(&parts, place, to));
    }

    fn reset(self, is_fixed: bool) {
        self.mix.set(self.parts.with_untracked(|parts| Mix::of(parts, is_fixed)));
    }

    fn outcomes(self) -> (Outcome, Outcome) {
        self.parts.with(|parts| {
            let now = outcome(parts, &Mix::of(parts, true));
            // Between another period and the mix that belongs to it nothing is tried.
            let then = self.mix.with(|mix| {
                if mix.visitors.len() == parts.len() { outcome(parts, mix) } else { now.clone() }
            });
            (now, then)
        })
    }

    fn is_moved(self) -> bool {
        self.parts.with(|parts| self.mix.with(|mix| mix.visitors != Mix::of(parts, true).visitors))
    }
}

/// The trial.
#[component]
pub fn MixIf(page: Page) -> impl IntoView {
    let w = page.w;
    let parts = Memo::new(move |_| {
        Arc::new(
            page.sources.with(|all| all.as_deref().map_or(Vec::new(), |all| parts(all, N_LINES))),
        )
    });
    let trial = Trial { page, parts, mix: RwSignal::new(Mix::default()) };
    // Another period begins anew.
    Effect::new(move |_| {
        let is_fixed = untrack(|| trial.mix.with(|mix| mix.is_fixed || mix.visitors.is_empty()));
        trial.mix.set(trial.parts.with(|parts| Mix::of(parts, is_fixed)));
    });
    let is_fixed = Memo::new(move |_| trial.mix.with(|mix| mix.is_fixed));
    let n_rows = Memo::new(move |_| parts.with(|parts| parts.len()));
    let moved = Memo::new(move |_| trial.is_moved());
    let rows =
        move || (0..n_rows.get()).map(|place| view! { <Lever trial place /> }).collect_view();
    let said = move || {
        if !moved.get() {
            return w.mix_same.to_owned();
        }
        let (now, then) = trial.outcomes();
        let points = |(a, b): (i64, i64)| format::points(ratio(b - a), page.locale);
        let cvr = now.cvr().zip(then.cvr()).map_or(format::NONE.to_owned(), points);
        (w.mix_says)(&format::signed_money(money(then.sales - now.sales)), &cvr)
    };
    let title = Memo::new(move |_| moved.get().then(|| task_title(trial)));
    view! {
        <Section title=w.mix note=w.mix_note>
            <div class="diagnosis-mix-head">
                <Segmented
                    label=w.mix_total
                    options=w.mix_modes.map(str::to_owned).to_vec()
                    selected=Signal::derive(move || usize::from(!is_fixed.get()))
                    on_select=move |idx: usize| trial.reset(idx == 0)
                />
                <Button
                    disabled=Signal::derive(move || !moved.get())
                    on_press=move |()| trial.reset(is_fixed.get_untracked())
                >
                    {w.mix_as_is}
                </Button>
            </div>
            <ul class="diagnosis-levers">{rows}</ul>
            <Results trial />
            <p role="status">{said}</p>
            <p class="muted small">{w.mix_premise}</p>
            <p class="row">
                {move || title.get().map(|title| view! { <TaskButton page title product=None /> })}
            </p>
        </Section>
    }
}

fn task_title(trial: Trial) -> String {
    let w = trial.page.w;
    let (now, then) = trial.outcomes();
    let moves: Vec<String> = trial.parts.with(|parts| {
        trial.mix.with(|mix| {
            let mut each: Vec<(i64, String)> = parts
                .iter()
                .zip(&mix.visitors)
                .filter(|(part, to)| part.visitors != **to)
                .map(|(part, to)| {
                    let (from, to) = (part.visitors, *to);
                    let words =
                        (w.mix_move)(&trial.name(part), &format::count(from), &format::count(to));
                    ((to - from).abs(), words)
                })
                .collect();
            crate::base::order::sort_by(&mut each, |a, b| b.0.cmp(&a.0));
            each.into_iter().take(4).map(|one| one.1).collect()
        })
    });
    (w.mix_task)(&moves.join(w.comma), &format::signed_money(money(then.sales - now.sales)))
}

/// A source's slider with its number, its share, and what it brings.
#[component]
fn Lever(trial: Trial, place: usize) -> impl IntoView {
    let w = trial.page.w;
    let part = move || trial.parts.with(|parts| parts.get(place).cloned());
    let name = Memo::new(move |_| part().map(|part| trial.name(&part)).unwrap_or_default());
    let at =
        Memo::new(move |_| trial.mix.with(|mix| mix.visitors.get(place).copied().unwrap_or(0)));
    let most =
        Memo::new(move |_| trial.parts.with(|parts| trial.mix.with(|mix| mix.most(parts, place))));
    let share = move || {
        let total = trial.mix.with(Mix::total);
        Ratio::of(at.get(), total).map_or(format::NONE.to_owned(), format::percent1)
    };
    let brings = move || {
        let (_, then) = trial.outcomes();
        then.parts.get(place).map(|fen| format::money_whole(money(*fen)))
    };
    let slide = move |text: String| {
        if let Ok(to) = text.parse::<f64>() {
            trial.set(place, to.round() as i64);
        }
    };
    let commit = move |to: Option<i64>| trial.set(place, to.unwrap_or(0));
    // A key moves what can be seen: a hundredth. By the pointer any number can be had.
    let press = move |event: leptos::ev::KeyboardEvent| {
        let sign = match event.key().as_str() {
            "ArrowRight" | "ArrowUp" => 1,
            "ArrowLeft" | "ArrowDown" => -1,
            _ => return,
        };
        event.prevent_default();
        let step = (most.get_untracked() / 100).max(1);
        trial.set(place, at.get_untracked().saturating_add(sign * step));
    };
    view! {
        <li class="diagnosis-lever">
            <span>{move || name.get()}</span>
            <input
                type="range"
                aria-label=move || name.get()
                min="0"
                max=move || most.get().to_string()
                step="1"
                aria-valuetext=move || format!("{} {} · {}", format::count(at.get()), w.unit_people, share())
                prop:value=move || at.get().to_string()
                on:keydown=press
                on:input:target=move |event| slide(event.target().value())
            />
            <CountField
                label=Signal::derive(move || (w.mix_number)(&name.get()))
                is_bare=true
                is_required=true
                value=Signal::derive(move || Some(at.get()))
                on_commit=commit
            />
            <output class="diagnosis-lever-stand">{share}</output>
            <output class="diagnosis-lever-stand">{brings}</output>
        </li>
    }
}

/// Now, then, and what lies between them.
#[component]
fn Results(trial: Trial) -> impl IntoView {
    let (page, w) = (trial.page, trial.page.w);
    let both = Memo::new(move |_| trial.outcomes());
    let row = move |name: &'static str,
                    of: fn(&Outcome) -> Option<i64>,
                    words: fn(i64) -> String,
                    change: fn(i64, Page) -> Change| {
        let values = Memo::new(move |_| both.with(|(now, then)| (of(now), of(then))));
        let said = move |value: Option<i64>| value.map_or(format::NONE.to_owned(), words);
        let moved = Signal::derive(move || {
            let (now, then) = values.get();
            now.zip(then).map(|(now, then)| change(then - now, page))
        });
        view! {
            <tr>
                <th scope="row">{name}</th>
                <td data-align="end">{move || said(values.get().0)}</td>
                <td data-align="end">
                    <b>{move || said(values.get().1)}</b>
                </td>
                <td data-align="end">
                    <Delta change=moved />
                </td>
            </tr>
        }
    };
    let fen = |fen: i64| format::money_whole(money(fen));
    let by_fen = |fen: i64, _: Page| Change::money(money(fen));
    view! {
        <div class="table-scroll" role="group" tabindex="0" aria-label=w.mix>
            <table class="table">
                <thead>
                    <tr>
                        <th scope="col">{w.mix_item}</th>
                        <th scope="col" data-align="end">{w.mix_now}</th>
                        <th scope="col" data-align="end">{w.mix_then}</th>
                        <th scope="col" data-align="end">{w.change}</th>
                    </tr>
                </thead>
                <tbody>
                    {row(
                        w.visitors,
                        |one| Some(one.visitors),
                        format::count,
                        |more, _| Change::count(more),
                    )}
                    {row(
                        w.cvr,
                        Outcome::cvr,
                        |bp| format::percent(ratio(bp)),
                        |bp, page| Change::points(ratio(bp), page.locale),
                    )} {row(w.sales, |one| Some(one.sales), fen, by_fen)}
                    {row(w.cost, |one| one.cost, fen, by_fen)}
                    {row(w.mix_net, |one| one.cost.map(|cost| one.sales - cost), fen, by_fen)}
                </tbody>
            </table>
        </div>
    }
}
