//! Addresses of crypto currencies, with the checksums that wallets verify.

use sha2::{Digest as _, Sha256};

use crate::dynamic::{Call, Output};

const BASE58: &[u8; 58] = b"123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
const BECH32: &[u8; 32] = b"qpzry9x8gf2tvdw0s3jn54khce6mua7l";

/// A Bitcoin address of the `type` (legacy, segwit, bech32, taproot) and the `network`.
pub(super) fn bitcoin(call: &mut Call<'_>) -> Output {
    let kinds = ["legacy", "segwit", "bech32", "taproot"];
    let kind = match call.arguments.text("type") {
        Some(kind) => kind,
        None => call.rng.pick(&kinds).copied().unwrap_or("legacy"),
    };
    let testnet = call.arguments.text("network") == Some("testnet");
    let prefix = if testnet { "tb" } else { "bc" };
    match kind {
        "bech32" => bech32(call, prefix, 0, 20),
        "taproot" => bech32(call, prefix, 1, 32),
        "segwit" => base58_check(call, if testnet { 0xC4 } else { 0x05 }),
        _ => base58_check(call, if testnet { 0x6F } else { 0x00 }),
    }
}

/// A Litecoin address: one that begins with L or with M.
pub(super) fn litecoin(call: &mut Call<'_>) -> Output {
    let version = if call.rng.chance(1, 2) { 0x30 } else { 0x32 };
    base58_check(call, version)
}

/// An Ethereum address in lower case, which carries no checksum.
pub(super) fn ethereum(call: &mut Call<'_>) -> Output {
    call.out.push_str("0x");
    for _ in 0..40 {
        let digit = char::from_digit(call.rng.below(16) as u32, 16).unwrap_or('0');
        call.out.push(digit);
    }
    Output::Text
}

/// A version byte and a hash of 20 bytes in `Base58Check`.
fn base58_check(call: &mut Call<'_>, version: u8) -> Output {
    let mut payload = Vec::with_capacity(25);
    payload.push(version);
    payload.extend((0..20).map(|_| call.rng.below(256) as u8));
    let check = Sha256::digest(Sha256::digest(&payload));
    payload.extend(check.iter().take(4));
    let zeros = payload.iter().take_while(|byte| **byte == 0).count();
    let mut digits: Vec<u8> = Vec::with_capacity(36);
    for byte in payload {
        let mut carry = u32::from(byte);
        for digit in &mut digits {
            carry += u32::from(*digit) << 8;
            *digit = (carry % 58) as u8;
            carry /= 58;
        }
        while carry > 0 {
            digits.push((carry % 58) as u8);
            carry /= 58;
        }
    }
    for digit in std::iter::repeat_n(0, zeros).chain(digits.into_iter().rev()) {
        call.out.push(BASE58.get(usize::from(digit)).map_or('1', |&symbol| char::from(symbol)));
    }
    Output::Text
}

/// A witness program of some bytes as BIP 173 writes it, from version 1 on as BIP 350.
fn bech32(call: &mut Call<'_>, prefix: &str, version: u8, bytes: usize) -> Output {
    let mut data = vec![version];
    let (mut bits, mut count) = (0u32, 0u32);
    for _ in 0..bytes {
        bits = bits << 8 & 0xFFFF | call.rng.below(256) as u32;
        count += 8;
        while count >= 5 {
            count -= 5;
            data.push((bits >> count & 0x1F) as u8);
        }
    }
    if count > 0 {
        data.push((bits << (5 - count) & 0x1F) as u8);
    }
    let check = polymod(prefix, &data, 6) ^ if version == 0 { 1 } else { 0x2BC8_30A3 };
    data.extend((0..6).map(|index| (check >> (5 * (5 - index)) & 0x1F) as u8));
    call.out.push_str(prefix);
    call.out.push('1');
    for digit in data {
        call.out.push(BECH32.get(usize::from(digit)).map_or('q', |&symbol| char::from(symbol)));
    }
    Output::Text
}

/// The checksum polynomial over the prefix, the data and some zeros.
fn polymod(prefix: &str, data: &[u8], zeros: usize) -> u32 {
    const GENERATOR: [u32; 5] = [0x3B6A_57B2, 0x2650_8E6D, 0x1EA1_19FA, 0x3D42_33DD, 0x2A14_62B3];
    let high = prefix.bytes().map(|byte| byte >> 5);
    let low = prefix.bytes().map(|byte| byte & 0x1F);
    let values = high.chain([0]).chain(low).chain(data.iter().copied()).chain(std::iter::repeat_n(0, zeros));
    values.fold(1, |sum, value| {
        let next = (sum & 0x01FF_FFFF) << 5 ^ u32::from(value);
        GENERATOR
            .iter()
            .enumerate()
            .filter(|(bit, _)| sum >> 25 >> bit & 1 == 1)
            .fold(next, |next, (_, generator)| next ^ generator)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dynamic::Arguments;
    use crate::dynamic::catalogue::testing::{draw, with};

    fn is_bech32(address: &str, prefix: &str, constant: u32) -> bool {
        let Some(data) = address.strip_prefix(prefix).and_then(|rest| rest.strip_prefix('1')) else {
            return false;
        };
        let values: Vec<u8> = data
            .bytes()
            .filter_map(|byte| BECH32.iter().position(|known| *known == byte))
            .map(|at| at as u8)
            .collect();
        values.len() == data.len() && polymod(prefix, &values, 0) == constant
    }

    fn is_base58_check(address: &str) -> bool {
        let mut bytes: Vec<u8> = Vec::new();
        for symbol in address.bytes() {
            let Some(mut carry) = BASE58.iter().position(|known| *known == symbol) else { return false };
            for byte in &mut bytes {
                carry += usize::from(*byte) * 58;
                *byte = carry as u8;
                carry >>= 8;
            }
            while carry > 0 {
                bytes.push(carry as u8);
                carry >>= 8;
            }
        }
        bytes.extend(address.bytes().take_while(|symbol| *symbol == b'1').map(|_| 0));
        bytes.reverse();
        bytes.len() == 25 && Sha256::digest(Sha256::digest(&bytes[..21]))[..4] == bytes[21..]
    }

    #[test]
    fn the_judges_know_real_addresses() {
        assert!(is_base58_check("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"));
        assert!(is_bech32("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4", "bc", 1));
        assert!(!is_bech32("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5", "bc", 1));
    }

    #[test]
    fn addresses_pass_their_checksums() {
        for seed in 0..100 {
            let of = |kind: &str, network: &str| {
                draw(
                    "finance.bitcoinAddress",
                    &with([("type", kind.into()), ("network", network.into())]),
                    "en",
                    seed,
                )
                .1
            };
            let legacy = of("legacy", "mainnet");
            assert!(legacy.starts_with('1') && is_base58_check(&legacy), "{legacy}");
            let segwit = of("segwit", "mainnet");
            assert!(segwit.starts_with('3') && is_base58_check(&segwit), "{segwit}");
            assert!(is_base58_check(&of("legacy", "testnet")));
            let witness = of("bech32", "mainnet");
            assert!(witness.len() == 42 && is_bech32(&witness, "bc", 1), "{witness}");
            let taproot = of("taproot", "testnet");
            assert!(taproot.len() == 62 && is_bech32(&taproot, "tb", 0x2BC8_30A3), "{taproot}");
            let litecoin = draw("finance.litecoinAddress", &Arguments::NONE, "en", seed).1;
            assert!(litecoin.starts_with(['L', 'M']) && is_base58_check(&litecoin), "{litecoin}");
        }
    }
}
