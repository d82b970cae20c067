;; The inner loops that WebAssembly does several times as fast as JavaScript, as it has vectors. `node scripts/run.mjs
;; scripts/wasm/build.ts` writes it to src/learn/simd/simd-bytes.ts. Each of them has a twin in JavaScript with the same
;; result to the last bit: every sum is added up in the same order.
(module
  (memory (export "memory") 1)

  ;; The squared distances of two rows of 16-bit whole numbers, `a` and the one behind it, to `count` rows `b`, which is a
  ;; multiple of 4: |a|² + |b|² - 2ab, written to `out` as `count` 32-bit numbers for the first, then for the second.
  ;; A row is `width` bytes long, a multiple of 16; the lengths |a|² and |b|² are 32-bit numbers.
  (func (export "stepDistances")
    (param $a i32) (param $lengthsA i32) (param $b i32) (param $lengthsB i32)
    (param $count i32) (param $width i32) (param $out i32)
    (local $end i32) (local $next i32) (local $behind i32) (local $offset i32)
    (local $b1 i32) (local $b2 i32) (local $b3 i32)
    (local $x v128) (local $y v128) (local $z v128)
    (local $s0 v128) (local $s1 v128) (local $s2 v128) (local $s3 v128)
    (local $t0 v128) (local $t1 v128) (local $t2 v128) (local $t3 v128)
    (local $lengthFirst v128) (local $lengthSecond v128)
    (local.set $lengthFirst (v128.load32_splat (local.get $lengthsA)))
    (local.set $lengthSecond (v128.load32_splat offset=4 (local.get $lengthsA)))
    (local.set $behind (i32.shl (local.get $count) (i32.const 2)))
    (local.set $next (i32.add (local.get $a) (local.get $width)))
    (local.set $end (i32.add (local.get $out) (local.get $behind)))
    (loop $fours
      (local.set $b1 (i32.add (local.get $b) (local.get $width)))
      (local.set $b2 (i32.add (local.get $b1) (local.get $width)))
      (local.set $b3 (i32.add (local.get $b2) (local.get $width)))
      (local.set $s0 (v128.const i32x4 0 0 0 0))
      (local.set $s1 (v128.const i32x4 0 0 0 0))
      (local.set $s2 (v128.const i32x4 0 0 0 0))
      (local.set $s3 (v128.const i32x4 0 0 0 0))
      (local.set $t0 (v128.const i32x4 0 0 0 0))
      (local.set $t1 (v128.const i32x4 0 0 0 0))
      (local.set $t2 (v128.const i32x4 0 0 0 0))
      (local.set $t3 (v128.const i32x4 0 0 0 0))
      (local.set $offset (i32.const 0))
      (loop $columns
        (local.set $x (v128.load (i32.add (local.get $a) (local.get $offset))))
        (local.set $y (v128.load (i32.add (local.get $next) (local.get $offset))))
        (local.set $z (v128.load (i32.add (local.get $b) (local.get $offset))))
        (local.set $s0 (i32x4.add (local.get $s0) (i32x4.dot_i16x8_s (local.get $x) (local.get $z))))
        (local.set $t0 (i32x4.add (local.get $t0) (i32x4.dot_i16x8_s (local.get $y) (local.get $z))))
        (local.set $z (v128.load (i32.add (local.get $b1) (local.get $offset))))
        (local.set $s1 (i32x4.add (local.get $s1) (i32x4.dot_i16x8_s (local.get $x) (local.get $z))))
        (local.set $t1 (i32x4.add (local.get $t1) (i32x4.dot_i16x8_s (local.get $y) (local.get $z))))
        (local.set $z (v128.load (i32.add (local.get $b2) (local.get $offset))))
        (local.set $s2 (i32x4.add (local.get $s2) (i32x4.dot_i16x8_s (local.get $x) (local.get $z))))
        (local.set $t2 (i32x4.add (local.get $t2) (i32x4.dot_i16x8_s (local.get $y) (local.get $z))))
        (local.set $z (v128.load (i32.add (local.get $b3) (local.get $offset))))
        (local.set $s3 (i32x4.add (local.get $s3) (i32x4.dot_i16x8_s (local.get $x) (local.get $z))))
        (local.set $t3 (i32x4.add (local.get $t3) (i32x4.dot_i16x8_s (local.get $y) (local.get $z))))
        (local.set $offset (i32.add (local.get $offset) (i32.const 16)))
        (br_if $columns (i32.lt_u (local.get $offset) (local.get $width))))
      ;; Four sums of four lanes each become the four lanes of one vector: lanes 0 2 1 3 of two, twice, then halves.
      (local.set $s0 (i32x4.add
        (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $s0) (local.get $s1))
        (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $s0) (local.get $s1))))
      (local.set $s2 (i32x4.add
        (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $s2) (local.get $s3))
        (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $s2) (local.get $s3))))
      (local.set $s0 (i32x4.add
        (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23 (local.get $s0) (local.get $s2))
        (i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31 (local.get $s0) (local.get $s2))))
      (local.set $t0 (i32x4.add
        (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $t0) (local.get $t1))
        (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $t0) (local.get $t1))))
      (local.set $t2 (i32x4.add
        (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $t2) (local.get $t3))
        (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $t2) (local.get $t3))))
      (local.set $t0 (i32x4.add
        (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23 (local.get $t0) (local.get $t2))
        (i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31 (local.get $t0) (local.get $t2))))
      (local.set $z (v128.load (local.get $lengthsB)))
      (v128.store (local.get $out)
        (i32x4.sub (i32x4.add (local.get $lengthFirst) (local.get $z)) (i32x4.shl (local.get $s0) (i32.const 1))))
      (v128.store (i32.add (local.get $out) (local.get $behind))
        (i32x4.sub (i32x4.add (local.get $lengthSecond) (local.get $z)) (i32x4.shl (local.get $t0) (i32.const 1))))
      (local.set $lengthsB (i32.add (local.get $lengthsB) (i32.const 16)))
      (local.set $b (i32.add (local.get $b3) (local.get $width)))
      (local.set $out (i32.add (local.get $out) (i32.const 16)))
      (br_if $fours (i32.lt_u (local.get $out) (local.get $end)))))

  ;; Of every sixteen numbers from `at` on the smallest of the 1st, 5th, 9th and 13th, of the 2nd, 6th and so on: writes
  ;; `count` / 4 numbers to `out`. `count` is a multiple of 16.
  (func (export "minima") (param $at i32) (param $count i32) (param $out i32) (local $end i32)
    (local.set $end (i32.add (local.get $at) (i32.shl (local.get $count) (i32.const 2))))
    (loop $sixteens
      (v128.store (local.get $out)
        (i32x4.min_s
          (i32x4.min_s (v128.load (local.get $at)) (v128.load offset=16 (local.get $at)))
          (i32x4.min_s (v128.load offset=32 (local.get $at)) (v128.load offset=48 (local.get $at)))))
      (local.set $out (i32.add (local.get $out) (i32.const 16)))
      (local.set $at (i32.add (local.get $at) (i32.const 64)))
      (br_if $sixteens (i32.lt_u (local.get $at) (local.get $end)))))

  ;; Writes to `out` the places, from 0 on, of the numbers from `at` on that are at most `limit`; returns how many.
  ;; `count` is a multiple of 4.
  (func (export "within") (param $at i32) (param $count i32) (param $limit i32) (param $out i32) (result i32)
    (local $place i32) (local $bits i32) (local $to i32) (local $most v128)
    (local.set $most (i32x4.splat (local.get $limit)))
    (local.set $to (local.get $out))
    (loop $fours
      (local.set $bits (i32x4.bitmask (i32x4.le_s (v128.load (local.get $at)) (local.get $most))))
      (block $none
        (br_if $none (i32.eqz (local.get $bits)))
        (loop $bit
          (i32.store (local.get $to) (i32.add (local.get $place) (i32.ctz (local.get $bits))))
          (local.set $to (i32.add (local.get $to) (i32.const 4)))
          (local.set $bits (i32.and (local.get $bits) (i32.sub (local.get $bits) (i32.const 1))))
          (br_if $bit (local.get $bits))))
      (local.set $at (i32.add (local.get $at) (i32.const 16)))
      (local.set $place (i32.add (local.get $place) (i32.const 4)))
      (br_if $fours (i32.lt_u (local.get $place) (local.get $count))))
    (i32.shr_u (i32.sub (local.get $to) (local.get $out)) (i32.const 2)))

  ;; The sixteen products of the four rows at `a` with the four at `b`: see `productsOf` in src/learn/svm/products.ts.
  (func (export "products") (param $a i32) (param $b i32) (param $cols i32) (param $out i32)
    (local $end i32) (local $x v128) (local $y v128) (local $z v128)
    (local $s0 v128) (local $s1 v128) (local $s2 v128) (local $s3 v128)
    (local $t0 v128) (local $t1 v128) (local $t2 v128) (local $t3 v128)
    (local.set $end (i32.add (local.get $a) (i32.shl (local.get $cols) (i32.const 5))))
    (block $none
      (br_if $none (i32.eqz (local.get $cols)))
      (loop $columns
        (local.set $y (v128.load (local.get $b)))
        (local.set $z (v128.load offset=16 (local.get $b)))
        (local.set $x (v128.load64_splat (local.get $a)))
        (local.set $s0 (f64x2.add (local.get $s0) (f64x2.mul (local.get $x) (local.get $y))))
        (local.set $t0 (f64x2.add (local.get $t0) (f64x2.mul (local.get $x) (local.get $z))))
        (local.set $x (v128.load64_splat offset=8 (local.get $a)))
        (local.set $s1 (f64x2.add (local.get $s1) (f64x2.mul (local.get $x) (local.get $y))))
        (local.set $t1 (f64x2.add (local.get $t1) (f64x2.mul (local.get $x) (local.get $z))))
        (local.set $x (v128.load64_splat offset=16 (local.get $a)))
        (local.set $s2 (f64x2.add (local.get $s2) (f64x2.mul (local.get $x) (local.get $y))))
        (local.set $t2 (f64x2.add (local.get $t2) (f64x2.mul (local.get $x) (local.get $z))))
        (local.set $x (v128.load64_splat offset=24 (local.get $a)))
        (local.set $s3 (f64x2.add (local.get $s3) (f64x2.mul (local.get $x) (local.get $y))))
        (local.set $t3 (f64x2.add (local.get $t3) (f64x2.mul (local.get $x) (local.get $z))))
        (local.set $a (i32.add (local.get $a) (i32.const 32)))
        (local.set $b (i32.add (local.get $b) (i32.const 32)))
        (br_if $columns (i32.lt_u (local.get $a) (local.get $end)))))
    (v128.store (local.get $out) (local.get $s0))
    (v128.store offset=16 (local.get $out) (local.get $t0))
    (v128.store offset=32 (local.get $out) (local.get $s1))
    (v128.store offset=48 (local.get $out) (local.get $t1))
    (v128.store offset=64 (local.get $out) (local.get $s2))
    (v128.store offset=80 (local.get $out) (local.get $t2))
    (v128.store offset=96 (local.get $out) (local.get $s3))
    (v128.store offset=112 (local.get $out) (local.get $t3)))
)
