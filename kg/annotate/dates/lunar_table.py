"""Chinese lunar years 1900–2100 in one number each, for `kg.annotate.dates.calendar`.

Bits of a number, from the least: 0–12 the months in order, the first highest, set where a month has
30 days (a leap month follows its namesake); 13–16 the leap month or 0; 17 and up the days from
1 January to the lunar new year.  Generated once with lunar-python (MIT); tests compare them.
"""

from __future__ import annotations

FIRST_YEAR = 1900

_CODES = """
    3d096d 62095c 4c14ae 38aa4d 5c1a4c 441b2a 308d55 560ad4 40135a 2a495d
    50095c 3ad49b 60149a 481a4a 32baa5 5816a8 421ad4 2c52da 5212b6 3ee937
    64092e 4c1496 36b64b 5c0d4a 460da8 2e95b5 56056c 4012ae 2c492f 50092e
    3acc96 5e1a94 481d4a 32ada9 580b5a 44056c 2e726e 52125c 3cf92d 62192a
    4c1a94 34db4a 5a16aa 460ad4 30955b 5604ba 40125a 2a592b 50152a 38f695
    5e0d94 4816aa 34aab5 5809b4 4214b6 2e6a57 540a56 3d152a 601d2a 4c0d54
    36d5aa 5a156a 46096c 3094ae 5614ae 400a4c 287d26 4e1b2a 3aeb55 5e0ad4
    4812da 34a95d 5a095a 42149a 2c9a4d 521a4a 3d1aa5 6016a8 4a16d4 36d2da
    5c12b6 460936 309497 561496 41564b 640d4a 4e0da8 38d5b4 5e156c 4812ae
    34a92f 5a092e 440c96 2c6d4a 501d4a 3d0d65 620b58 4a156c 36b26d 5c125c
    46192c 2e9a95 541a94 3e1b4a 2a4b55 4e0ad4 38f55b 6004ba 4a125a 32b92b
    58152a 421694 2c96aa 5015aa 3d2ab5 620974 4c14b6 36ca57 5c0a56 461526
    308e95 540d54 3e15aa 2a49b5 50096c 38d4ae 5e149c 481a4c 32bd26 561aa6
    420b54 2c6d6a 5212da 3d695d 62095a 4c149a 36da4b 5a1a4a 441aa4 2ebb54
    5416b4 3e0ada 2a495b 500936 3af497 5e1496 48154a 32b6a5 580da4 4015b4
    2c6ab6 52126e 3f092f 62092e 4c0c96 36cd4a 5a1d4a 440d64 2e956c 54155c
    40125c 28792e 4e192c 38fa95 5e1a94 461b4a 32ab55 580ad4 4214da 2c8a5d
    520a5a 3d152b 62152a 4a1694 34d6aa 5a15aa 460ab4 2e94ba 5414b6 400a56
    2a7527 4e0d26 38ee53 5e0d54 4815aa 32a9b5 58096c 4214ae 2e8a4e 501a2c
    3b1d26 601aa4 4a1b54 34cd6a 5a0ada 46095c 30949d 54145a 3e1a2a 285b25
    4e1aa4
"""

LUNAR_YEARS: tuple[int, ...] = tuple(int(code, 16) for code in _CODES.split())
