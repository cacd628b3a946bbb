//! Randomness.

use crate::base::id::Id;

/// A new name for a thing, of the browser's own random numbers.
///
/// Without them (a browser without `crypto`, which is none that runs this page) the clock and
/// `Math.random` make one that is still unlikely to meet another.
pub fn new_id() -> Id {
    let mut bytes = [0_u8; 8];
    let drawn = web_sys::window()
        .and_then(|window| window.crypto().ok())
        .is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if !drawn {
        let random = (js_sys::Math::random() * f64::from(u32::MAX)) as u64;
        bytes = ((js_sys::Date::now() as u64) << 20 ^ random).to_le_bytes();
    }
    Id::from_bits(u64::from_le_bytes(bytes))
}
