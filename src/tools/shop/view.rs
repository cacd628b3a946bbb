//! The settings page.

use leptos::prelude::*;

use crate::base::calendar::WeekStart;
use crate::base::locale::Locale;
use crate::base::money::Money;
use crate::base::prefs::{ColourRule, Theme};
use crate::base::ratio::Ratio;
use crate::i18n::errors::edit_error;
use crate::i18n::use_locale;
use crate::route::Route;
use crate::store::{use_screen, use_workbook};
use crate::tools::shop::edit::ShopEdit;
use crate::tools::shop::text::text;
use crate::ui::change::Change;
use crate::ui::{Delta, LinkButton, PageHead, RatioField, Section, Segmented, Select, TextField};

/// Weeks begin on one of these.
const WEEK_STARTS: [WeekStart; 2] = [WeekStart::Monday, WeekStart::Sunday];

/// The page.
#[component]
pub fn SettingsPage() -> impl IntoView {
    let t = text(use_locale());
    view! {
        <div class="page">
            <PageHead title=t.title question=t.question />
            <div class="columns" data-columns="2">
                <ShopSection />
                <ScreenSection />
                <KeySection />
                <Section title=t.data>
                    <div class="stack">
                        <p class="muted">{t.data_note}</p>
                        <p>
                            <LinkButton href=Route::Archive.href()>{t.to_archive}</LinkButton>
                        </p>
                    </div>
                </Section>
            </div>
        </div>
    }
}

#[component]
fn ShopSection() -> impl IntoView {
    let locale = use_locale();
    let t = text(locale);
    let workbook = use_workbook();
    let shop = workbook.select(|wb| wb.shop.clone());
    let refused = RwSignal::new(None::<String>);
    let edit = move |edit: ShopEdit| {
        refused.set(workbook.edit(edit).err().map(|error| edit_error(&error, locale)));
    };
    let set_ad_cap = move |ratio: Option<Ratio>| {
        if let Some(ratio) = ratio {
            edit(ShopEdit::SetAdCap(ratio));
        }
    };
    let months: Vec<String> = (1..=12).map(t.month).collect();
    let week_days = WEEK_STARTS.map(|start| (t.week_day)(start).to_owned()).to_vec();
    view! {
        <Section title=t.shop note=t.shop_note>
            <div class="stack settings-fields">
                <TextField
                    label=t.name
                    placeholder=t.name_example
                    value=Signal::derive(move || shop.read().name.clone())
                    error=refused
                    on_commit=move |name| edit(ShopEdit::Rename(name))
                />
                <Select
                    label=t.fiscal_start
                    help=t.fiscal_help
                    options=months
                    selected=Signal::derive(move || usize::from(shop.read().fiscal_start) - 1)
                    on_select=move |idx: usize| edit(ShopEdit::SetFiscalStart(month_at(idx)))
                />
                <div class="field">
                    <span class="field-label">{t.week_start}</span>
                    <span>
                        <Segmented
                            label=t.week_start
                            options=week_days
                            selected=Signal::derive(move || {
                                place(&WEEK_STARTS, shop.read().week_start)
                            })
                            on_select=move |idx: usize| {
                                edit(ShopEdit::SetWeekStart(WEEK_STARTS[idx]));
                            }
                        />
                    </span>
                </div>
                <RatioField
                    label=t.ad_cap
                    help=t.ad_cap_help
                    is_required=true
                    value=Signal::derive(move || Some(shop.read().ad_cap))
                    on_commit=set_ad_cap
                />
            </div>
        </Section>
    }
}

#[component]
fn ScreenSection() -> impl IntoView {
    let locale = use_locale();
    let t = text(locale);
    let screen = use_screen();
    let change = |fen| Some(Change::money(Money::fen_const(fen)));
    view! {
        <Section title=t.screen note=t.screen_note>
            <div class="stack">
                <Choice
                    label=t.language
                    options=Locale::ALL.map(|locale| (t.language_name)(locale).to_owned()).to_vec()
                    selected=Signal::derive(move || place(&Locale::ALL, screen.locale()))
                    on_select=move |idx: usize| screen.set_locale(Locale::ALL[idx])
                />
                <Choice
                    label=t.theme
                    options=Theme::ALL.map(|theme| (t.theme_name)(theme).to_owned()).to_vec()
                    selected=Signal::derive(move || place(&Theme::ALL, screen.theme()))
                    on_select=move |idx: usize| screen.set_theme(Theme::ALL[idx])
                />
                <Choice
                    label=t.colours
                    options=ColourRule::ALL.map(|rule| (t.colours_name)(rule).to_owned()).to_vec()
                    selected=Signal::derive(move || place(&ColourRule::ALL, screen.colours()))
                    on_select=move |idx: usize| screen.set_colours(ColourRule::ALL[idx])
                />
                <p class="row" data-gap="wide">
                    <span class="muted">{t.colours_example}</span>
                    <Delta change=change(336_100) />
                    <Delta change=change(-158_100) />
                </p>
            </div>
        </Section>
    }
}

/// A segmented choice with its label above.
#[component]
fn Choice(
    label: &'static str,
    options: Vec<String>,
    selected: Signal<usize>,
    #[prop(into)] on_select: Callback<usize>,
) -> impl IntoView {
    view! {
        <div class="field">
            <span class="field-label" aria-hidden="true">
                {label}
            </span>
            <span>
                <Segmented label options selected on_select />
            </span>
        </div>
    }
}

#[component]
fn KeySection() -> impl IntoView {
    let t = text(use_locale());
    view! {
        <Section title=t.keys>
            <dl class="settings-keys">
                {t
                    .key_list
                    .iter()
                    .map(|(key, what)| {
                        view! {
                            <dt>{*key}</dt>
                            <dd>{*what}</dd>
                        }
                    })
                    .collect_view()}
            </dl>
        </Section>
    }
}

/// The place of a value among the choices; the first where it is none of them.
fn place<T: PartialEq>(all: &[T], value: T) -> usize {
    all.iter().position(|one| *one == value).unwrap_or(0)
}

/// The month (1–12) at a place of the list.
fn month_at(idx: usize) -> u8 {
    u8::try_from(idx + 1).unwrap_or(1)
}
