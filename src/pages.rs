//! Which page stands at which address, and which of them come later.
//!
//! They stand here and not in the library: what a split names is kept in every program that links
//! it, and the import worker has no pages.

use zhanggui::home::view::{TodayPage, TodayPageProps, TodayReport};
#[cfg(feature = "split")]
use zhanggui::platform::document;
use zhanggui::route::Route;
use zhanggui::route::pages::{Page, Parts, View};
use zhanggui::shell::beside::{Inbox, Notes};
use zhanggui::store::bookkeeper::Bookkeeper;
use zhanggui::store::books::Fetching;
#[cfg(feature = "split")]
use zhanggui::store::books::{Bookkeeping, fetch_bookkeeping, has_bookkeeping};
use zhanggui::tools::ads::view::AdsPage;
use zhanggui::tools::advice::view::AdvicePage;
use zhanggui::tools::archive::view::ArchivePage;
use zhanggui::tools::boards::view::BoardsPage;
use zhanggui::tools::calendar::view::EventsPage;
use zhanggui::tools::diagnosis::view::DiagnosisPage;
use zhanggui::tools::goals::view::GoalsPage;
use zhanggui::tools::import::view::ImportPage;
use zhanggui::tools::journey::view::JourneyPage;
use zhanggui::tools::launch::view::LaunchPage;
use zhanggui::tools::personas::view::PersonasPage;
use zhanggui::tools::position::view::PositionPage;
use zhanggui::tools::products::view::{BoardPage, ProductsPage};
use zhanggui::tools::profit::view::{ControlPage, ProfitPage};
use zhanggui::tools::quadrant::view::QuadrantPage;
use zhanggui::tools::rivals::view::RivalsPage;
use zhanggui::tools::shop::view::SettingsPage;
use zhanggui::tools::swot::view::SwotPage;
use zhanggui::tools::trials::view::TrialsPage;

use leptos::prelude::IntoAny;

/// A page in the file `$file`, fetched when it is visited. Pages that share much, or are small,
/// share a file: what some files share is in further files, one for each set of them.
macro_rules! later {
    ($file:ident, $page:expr) => {{
        #[cfg(feature = "split")]
        #[wasm_split_helpers::wasm_split($file, preload(load), fallible)]
        fn view() -> Result<leptos::prelude::AnyView, wasm_split_helpers::SplitLoaderError> {
            Ok($page.into_any())
        }
        // What stands on a page changes the workbook: no page stands before that is here.
        #[cfg(feature = "split")]
        let later = View::Later {
            load: || Box::pin(async { fetch_bookkeeping().await && load().await.is_ok() }),
            view: || Box::pin(async { if has_bookkeeping() { view().await.ok() } else { None } }),
        };
        #[cfg(not(feature = "split"))]
        let later = View::Now(|| $page.into_any());
        later
    }};
}

/// Fetches what opens, changes and writes workbooks.
pub fn bookkeeping() -> Fetching {
    #[cfg(feature = "split")]
    {
        #[wasm_split_helpers::wasm_split(workbook, fallible)]
        fn books() -> Result<&'static dyn Bookkeeping, wasm_split_helpers::SplitLoaderError> {
            Ok(&Bookkeeper)
        }
        // What is fetched beside the first visit also has its style beside that.
        Box::pin(async {
            let books = books().await.ok()?;
            document::has_style().await.then_some(books)
        })
    }
    #[cfg(not(feature = "split"))]
    Box::pin(std::future::ready(Some(&Bookkeeper as _)))
}

/// What the home page shows once there is something to report on.
static REPORT: View = later!(workbook, TodayReport());

/// The whole program.
pub static PARTS: Parts = Parts {
    pages: PAGES,
    notes: later!(workbook, Notes()),
    inbox: later!(workbook, Inbox()),
    others: &[REPORT],
};

/// Every page, one line each.
static PAGES: &[Page] = &[
    Page {
        route: Route::Today,
        view: View::Now(|| TodayPage(TodayPageProps { report: REPORT }).into_any()),
    },
    Page { route: Route::Personas, view: later!(customer, PersonasPage()) },
    Page { route: Route::Journey, view: later!(customer, JourneyPage()) },
    Page { route: Route::Rivals, view: later!(market, RivalsPage()) },
    Page { route: Route::Swot, view: later!(market, SwotPage()) },
    Page { route: Route::Position, view: later!(market, PositionPage()) },
    Page { route: Route::Products, view: later!(products, ProductsPage()) },
    Page { route: Route::Matrix, view: later!(products, BoardPage()) },
    Page { route: Route::Profit, view: later!(products, ProfitPage()) },
    Page { route: Route::ProfitControl, view: later!(products, ControlPage()) },
    Page { route: Route::Launch, view: later!(more, LaunchPage()) },
    Page { route: Route::Trials, view: later!(more, TrialsPage()) },
    Page { route: Route::Quadrant, view: later!(products, QuadrantPage()) },
    Page { route: Route::Goals, view: later!(goals, GoalsPage()) },
    Page { route: Route::Events, view: later!(more, EventsPage()) },
    Page { route: Route::Diagnosis, view: later!(more, DiagnosisPage()) },
    Page { route: Route::Boards, view: later!(more, BoardsPage()) },
    Page { route: Route::Advice, view: later!(more, AdvicePage()) },
    Page { route: Route::Ads, view: later!(more, AdsPage()) },
    Page { route: Route::Import, view: later!(more, ImportPage()) },
    Page { route: Route::Archive, view: later!(more, ArchivePage()) },
    Page { route: Route::Settings, view: later!(more, SettingsPage()) },
];
