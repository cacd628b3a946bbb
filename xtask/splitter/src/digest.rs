//! What a file is named after, and what a browser checks it by.

use sha2::{Digest, Sha256};

/// Sixteen hexadecimal digits that change when any of the contents does.
pub fn name(contents: &[&[u8]]) -> String {
    let mut hash = Sha256::new();
    for content in contents {
        hash.update((content.len() as u64).to_le_bytes());
        hash.update(content);
    }
    hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// The content of an `integrity` attribute. The list of parts is most of what such hashes cost:
/// a longer one would be 1.5 KB more in the first load, and no harder to forge in practice.
pub fn integrity(content: &[u8]) -> String {
    format!("sha256-{}", sum(content))
}

/// The SHA-256 of a content, in base64.
pub fn sum(content: &[u8]) -> String {
    base64(&Sha256::digest(content))
}

/// The first sixteen hexadecimal digits of a content's SHA-256: the name of a part, which its
/// integrity gives as well.
pub fn short(content: &[u8]) -> String {
    Sha256::digest(content).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for group in bytes.chunks(3) {
        let bits = (0..3)
            .fold(0, |bits, idx| bits << 8 | group.get(idx).map_or(0, |&byte| u32::from(byte)));
        for place in 0..4 {
            let digit = DIGITS[(bits >> (18 - 6 * place)) as usize & 63];
            text.push(if place <= group.len() { char::from(digit) } else { '=' });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_pads_to_groups_of_four() {
        // RFC 4648, section 10.
        for (plain, coded) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(base64(plain.as_bytes()), coded);
        }
    }

    #[test]
    fn an_integrity_is_the_hash_that_a_browser_computes() {
        // `printf %s "alert('Hello, world.');" | openssl dgst -sha256 -binary | base64`, the
        // example of the specification of Subresource Integrity.
        assert_eq!(
            integrity(b"alert('Hello, world.');"),
            "sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng="
        );
    }

    #[test]
    fn a_name_tells_where_one_content_ends() {
        assert_ne!(name(&[b"ab", b"c"]), name(&[b"a", b"bc"]));
        assert_eq!(name(&[b"ab"]).len(), 16);
    }
}
