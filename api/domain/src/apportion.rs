//! Splitting an amount in proportion, so that the parts add up.

use std::cmp::Ordering;

/// Splits `amount` (≥ 0) over `weights` (each ≥ 0) by the method of largest remainder.
///
/// Each part is its exact share rounded down; the units left over go, one each, to the largest
/// remainders. `tie(a, b)` says which of two places comes first when their remainders are equal:
/// let it look at content, never at position, and the result doesn't depend on the order.
///
/// The parts add up to `amount`, and no part exceeds its weight while `amount` ≤ the sum of
/// weights. `None` if an argument is negative, the arithmetic leaves `i128`, or there is something
/// to split and nothing to split it over.
pub(crate) fn apportion(
    amount: i128,
    weights: &[i128],
    tie: impl Fn(usize, usize) -> Ordering,
) -> Option<Vec<i128>> {
    let whole = weights
        .iter()
        .try_fold(0_i128, |sum, weight| sum.checked_add(*weight))?;
    if amount < 0 || weights.iter().any(|weight| *weight < 0) || (amount > 0 && whole == 0) {
        return None;
    }
    let shares = weights
        .iter()
        .map(|weight| weight.checked_mul(amount))
        .collect::<Option<Vec<_>>>()?;
    round_shares(amount, &shares, whole.max(1), tie)
}

/// Rounds exact shares, given in fractions of `scale` (≥ 1), to integers that add up to `amount`.
///
/// `amount` is the sum of the shares, rounded up, down or to the nearest. The rule and the
/// meaning of `tie` are those of [`apportion`]; `None` if no such integers exist.
pub(crate) fn round_shares(
    amount: i128,
    shares: &[i128],
    scale: i128,
    tie: impl Fn(usize, usize) -> Ordering,
) -> Option<Vec<i128>> {
    let mut parts: Vec<i128> = shares.iter().map(|share| share.div_euclid(scale)).collect();
    let left_over = usize::try_from(amount.checked_sub(parts.iter().sum())?).ok()?;
    let remainder = |place: usize| shares[place].rem_euclid(scale);
    let mut places: Vec<usize> = (0..shares.len())
        .filter(|&place| remainder(place) > 0)
        .collect();
    places.sort_by(|&a, &b| remainder(b).cmp(&remainder(a)).then_with(|| tie(a, b)));
    if left_over > places.len() {
        return None;
    }
    for place in places.into_iter().take(left_over) {
        parts[place] += 1;
    }
    Some(parts)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn left_over_units_go_to_the_largest_remainders() {
        assert_eq!(
            apportion(100, &[1, 1, 1], |a, b| b.cmp(&a)),
            Some(vec![33, 33, 34])
        );
        assert_eq!(
            apportion(10, &[2, 3, 6], |a, b| a.cmp(&b)),
            Some(vec![2, 3, 5])
        );
    }

    #[test]
    fn there_must_be_something_to_split_over() {
        assert_eq!(apportion(1, &[], |a, b| a.cmp(&b)), None);
        assert_eq!(apportion(1, &[0, 0], |a, b| a.cmp(&b)), None);
        assert_eq!(apportion(0, &[0, 0], |a, b| a.cmp(&b)), Some(vec![0, 0]));
        assert_eq!(apportion(-1, &[1], |a, b| a.cmp(&b)), None);
        assert_eq!(apportion(i128::MAX, &[2, 2], |a, b| a.cmp(&b)), None);
    }

    proptest! {
        #[test]
        fn parts_add_up_and_stay_near_their_share(
            amount in 0..=1_000_000_000_000_000_i128,
            weights in prop::collection::vec(0..=1_000_000_000_000_000_i128, 1..20),
        ) {
            let whole: i128 = weights.iter().sum();
            prop_assume!(whole > 0);
            let parts = apportion(amount, &weights, |a, b| a.cmp(&b)).unwrap();
            prop_assert_eq!(parts.iter().sum::<i128>(), amount);
            for (part, weight) in parts.iter().zip(&weights) {
                let floor = weight * amount / whole;
                prop_assert!((floor..=floor + 1).contains(part));
                prop_assert!(amount > whole || part <= weight);
            }
        }
    }
}
