//! The matrix of the products (T-43): what to push, what leads, what to stop.

mod chart;
mod chosen;
mod cuts;
mod fields;
mod near;
mod shelf;

use std::sync::Arc;

use leptos::prelude::*;

use crate::base::id::Id;
use crate::i18n::format;
use crate::route::Route;
use crate::tools::products::calc::matrix::{Board, board};
use crate::tools::products::edit::{MatrixChange, ProductsEdit};
use crate::tools::products::model::{AxisSet, Measure};
use crate::tools::products::text::{matrix, names};
use crate::tools::products::view::board::chart::Chart;
use crate::tools::products::view::board::chosen::Chosen;
use crate::tools::products::view::board::cuts::Cuts;
use crate::tools::products::view::board::fields::Fields;
use crate::tools::products::view::board::near::{Flips, Moved};
use crate::tools::products::view::state::Page;
use crate::ui::{ButtonKind, EmptyState, LinkButton, Message, PageHead, Segmented, Select, Tone};

/// What the parts of the page share. A copy of the handle is the same page.
#[derive(Clone, Copy)]
struct Look {
    page: Page,
    t: &'static matrix::Text,
    board: Memo<Arc<Board>>,
}

impl Look {
    /// Changes how the matrix is looked at.
    fn change(self, change: MatrixChange) {
        self.page.edit(ProductsEdit::SetMatrix(change));
    }

    /// The measures across and upwards.
    fn axes(self) -> (Measure, Measure) {
        self.board.with(|board| (board.x.measure, board.y.measure))
    }
}

/// The page.
#[component]
pub fn BoardPage() -> impl IntoView {
    let page = Page::new();
    let found = Memo::new(move |_| Arc::new(page.section.with(|section| board(section))));
    let look = Look { page, t: matrix::text(page.locale), board: found };
    let t = look.t;
    let has_any = Memo::new(move |_| {
        page.section.with(|section| section.products.iter().any(|one| !one.sales.is_empty()))
    });
    let actions = move || {
        view! {
            <Show when=move || has_any.get()>
                <Axes look />
            </Show>
        }
    };
    let way_out = move || {
        view! {
            <LinkButton kind=ButtonKind::Primary href=Route::Products.href()>
                {t.to_products}
            </LinkButton>
        }
    };
    view! {
        <div class="page">
            <PageHead title=t.title question=t.question actions />
            <Show when=move || page.refused.read().is_some()>
                <Message tone=Tone::Alert>{move || page.refused.get()}</Message>
            </Show>
            <Show
                when=move || has_any.get()
                fallback=move || {
                    view! {
                        <EmptyState title=t.empty_title actions=way_out>
                            <p>{t.empty_words}</p>
                        </EmptyState>
                    }
                }
            >
                <Dependencies look />
                <div class="columns" data-columns="main-side">
                    <div class="stack">
                        <Chart look />
                        <Chosen look />
                    </div>
                    <div class="stack">
                        <Fields look />
                        <Cuts look />
                        <Flips look />
                        <Moved look />
                    </div>
                </div>
            </Show>
        </div>
    }
}

/// Which axes, which period, against which.
#[component]
fn Axes(look: Look) -> impl IntoView {
    let (page, t) = (look.page, look.t);
    let set = Signal::derive(move || {
        page.section.with(|section| usize::from(section.matrix.set == AxisSet::Textbook))
    });
    let periods = Memo::new(move |_| {
        page.section.with(|section| {
            section.periods.iter().map(|one| (one.id, page.period_name(one))).collect::<Vec<_>>()
        })
    });
    let place =
        move |id: Option<Id>| periods.with(|all| all.iter().position(|(one, _)| Some(*one) == id));
    let id_at = move |idx: usize| periods.with_untracked(|all| all.get(idx).map(|(id, _)| *id));
    let period_names =
        Signal::derive(move || periods.get().into_iter().map(|(_, name)| name).collect::<Vec<_>>());
    let compared_names = Signal::derive(move || {
        let names = periods.get().into_iter().map(|(_, name)| name);
        [t.no_compare.to_owned()].into_iter().chain(names).collect::<Vec<_>>()
    });
    let compared = Signal::derive(move || {
        let id = page.section.with(|section| section.matrix.compared);
        place(id).map_or(0, |idx| idx + 1)
    });
    view! {
        <div class="products-axes">
            <Segmented
                label=t.set
                options=vec![t.set_shop.to_owned(), t.set_textbook.to_owned()]
                selected=set
                on_select=move |idx: usize| look.change(MatrixChange::Set(AxisSet::ALL[idx.min(1)]))
            />
            <Select
                label=t.period
                options=period_names
                selected=Signal::derive(move || place(page.period.get()).unwrap_or(0))
                on_select=move |idx| look.change(MatrixChange::Period(id_at(idx)))
            />
            <Select
                label=t.compared
                options=compared_names
                selected=compared
                on_select=move |idx: usize| {
                    let id = idx.checked_sub(1).and_then(id_at);
                    look.change(MatrixChange::Compared(id));
                }
            />
        </div>
    }
}

/// What each axis counts, and that a proxy is one.
#[component]
fn AxisChoice(look: Look) -> impl IntoView {
    let (page, t) = (look.page, look.t);
    let choice = move |is_x: bool| {
        let options = Memo::new(move |_| {
            let (x, y) = look.axes();
            let measure = if is_x { x } else { y };
            let all = [Measure::SELLS, Measure::EARNS, Measure::SHARES, Measure::GROWTHS];
            all.into_iter().find(|pair| pair.contains(&measure)).unwrap_or(Measure::SELLS)
        });
        let names = Signal::derive(move || {
            options.get().map(|one| names::measure(one, page.locale).to_owned()).to_vec()
        });
        let selected = Signal::derive(move || {
            let (x, y) = look.axes();
            usize::from(options.get()[1] == if is_x { x } else { y })
        });
        let label = if is_x { t.x_axis } else { t.y_axis };
        let choose = move |idx: usize| {
            look.change(MatrixChange::Axis(options.get_untracked()[idx.min(1)]));
        };
        view! { <Select label options=names selected on_select=choose /> }
    };
    let proxies = Memo::new(move |_| {
        let (x, y) = look.axes();
        let names = [x, y].into_iter().filter(|one| one.is_proxy());
        names.map(|one| names::formula(one, page.locale)).collect::<Vec<_>>()
    });
    view! {
        <div class="products-pair">{choice(true)} {choice(false)}</div>
        <Show when=move || !proxies.read().is_empty()>
            <Message>
                <b>{t.proxy}</b>
                " "
                {move || format!("{}{}", t.proxy_words, proxies.get().join("; "))}
            </Message>
        </Show>
    }
}

/// Products on which much of the profit depends, and from which share on that is said.
#[component]
fn Dependencies(look: Look) -> impl IntoView {
    let (page, t) = (look.page, look.t);
    let words = Memo::new(move |_| {
        let limit = page.section.with(|section| section.matrix.dependency);
        look.board.with(|board| {
            let one = board.dependencies.first()?;
            let (name, share) = (page.name_of(one.id), format::percent1(one.share));
            Some((t.dependency)(&name, &share, &format::percent0(limit)))
        })
    });
    view! {
        <Show when=move || words.read().is_some()>
            <Message tone=Tone::Alert>{move || words.get()}</Message>
        </Show>
    }
}
