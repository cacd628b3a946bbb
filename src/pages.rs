//! Which page stands at which address, and which of them come later.
//!
//! They stand here and not in the library: what a split names is kept in every program that links
//! it, and the import worker has no pages.

use zhanggui::home::view::{TodayPage, TodayPageProps, TodayReport};
use zhanggui::route::Route;
use zhanggui::route::pages::{Page, View};
use zhanggui::tools::archive::view::ArchivePage;
use zhanggui::tools::calendar::view::EventsPage;
use zhanggui::tools::goals::view::GoalsPage;
use zhanggui::tools::import::view::ImportPage;
use zhanggui::tools::journey::view::JourneyPage;
use zhanggui::tools::personas::view::PersonasPage;
use zhanggui::tools::position::view::PositionPage;
use zhanggui::tools::products::view::{BoardPage, ProductsPage};
use zhanggui::tools::rivals::view::RivalsPage;
use zhanggui::tools::shop::view::SettingsPage;
use zhanggui::tools::swot::view::SwotPage;

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
        #[cfg(feature = "split")]
        let later = View::Later {
            load: || Box::pin(async { load().await.is_ok() }),
            view: || Box::pin(async { view().await.ok() }),
        };
        #[cfg(not(feature = "split"))]
        let later = View::Now(|| $page.into_any());
        later
    }};
}

/// What the home page shows once there is something to report on.
static REPORT: View = later!(today, TodayReport());

/// What is fetched beside pages.
pub static PARTS: &[View] = &[REPORT];

/// Every page, one line each.
pub static PAGES: &[Page] = &[
    Page {
        route: Route::Today,
        view: View::Now(|| TodayPage(TodayPageProps { report: REPORT }).into_any()),
    },
    Page { route: Route::Personas, view: later!(personas, PersonasPage()) },
    Page { route: Route::Journey, view: later!(journey, JourneyPage()) },
    Page { route: Route::Rivals, view: later!(rivals, RivalsPage()) },
    Page { route: Route::Swot, view: later!(swot, SwotPage()) },
    Page { route: Route::Position, view: later!(position, PositionPage()) },
    Page { route: Route::Products, view: later!(products, ProductsPage()) },
    Page { route: Route::Matrix, view: later!(products, BoardPage()) },
    Page { route: Route::Goals, view: later!(goals, GoalsPage()) },
    Page { route: Route::Events, view: later!(more, EventsPage()) },
    Page { route: Route::Import, view: later!(import, ImportPage()) },
    Page { route: Route::Archive, view: later!(more, ArchivePage()) },
    Page { route: Route::Settings, view: later!(more, SettingsPage()) },
];
