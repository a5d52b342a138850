using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace HashMatch.Distance.Kernels;

/// <content>
/// Bit planes: the differing bits of many codes are counted at once by adding planes, and a block is left once nobody
/// in it can be near. The counter of each column starts at 2^m - 1 - radius, so that it overflows m bits exactly when
/// the distance exceeds the radius. Overflow is remembered in one plane; when all its bits are set, no code of the
/// block is within the radius, whatever the planes not yet read hold. Nothing is estimated: a block is left only on
/// proof.
/// </content>
sealed partial class LaneKernel<TLanes, TVector> : HammingKernel
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
{
    const int Step = PlaneQuery.PlanesPerStep;

    /// <summary>Step minus one zeros, then ones: a window on it is the query's bits where they change within a step.</summary>
    static ReadOnlySpan<ulong> MixedMasks =>
    [
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        ~0UL, ~0UL, ~0UL, ~0UL, ~0UL, ~0UL, ~0UL, ~0UL, ~0UL, ~0UL, ~0UL, ~0UL, ~0UL, ~0UL, ~0UL,
    ];

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override int ScanPlanes(PlaneRun run, ref readonly PlaneQuery query, ref int block, Span<CodeHit> hits)
    {
        Debug.Assert(hits.Length >= PlaneLayout.CodesPerBlock);
        var blockCount = run.BlockCount;
        var headWords = (nint)query.HeadCount * PlaneLayout.WordsPerPlane;
        var tailWords = (nint)(query.PlaneCount - query.HeadCount) * PlaneLayout.WordsPerPlane;
        var found = 0;
        Unsafe.SkipInit(out PlaneCounters counters);
        for (; block < blockCount && hits.Length - found >= PlaneLayout.CodesPerBlock; block++)
        {
            ref var head = ref Unsafe.Add(ref Unsafe.AsRef(in run.Head), block * headWords);
            ref var tail = ref Unsafe.Add(ref Unsafe.AsRef(in run.Tail), block * tailWords);
            for (var word = 0; word < PlaneLayout.WordsPerPlane; word += TLanes.WordCount)
            {
                if (Count(ref Unsafe.Add(ref head, word), ref Unsafe.Add(ref tail, word), in query, ref counters))
                {
                    var start = (block * PlaneLayout.CodesPerBlock) + (64 * word);
                    found += counters.Collect(TLanes.WordCount, in query, start, run.Count, hits[found..]);
                }
            }
        }

        return found;
    }

    /// <summary>Adds up the planes of a register's columns; false when no column is within the radius.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static bool Count(ref ulong head, ref ulong tail, ref readonly PlaneQuery query, ref PlaneCounters counters)
    {
        ref var start = ref Unsafe.AsRef(in query.StartMasks);
        ref var order = ref Unsafe.AsRef(in query.Order);
        ref var queryBits = ref Unsafe.AsRef(in query.Masks);
        var stored = query.IsStored;
        var firstLook = query.FirstLook - Step;
        var counterBits = query.CounterBits;
        var ones = TLanes.Broadcast(start);
        var twos = TLanes.Broadcast(Unsafe.Add(ref start, 1));
        var fours = TLanes.Broadcast(Unsafe.Add(ref start, 2));
        var eights = TLanes.Broadcast(Unsafe.Add(ref start, 3));
        var c16 = TLanes.Broadcast(Unsafe.Add(ref start, 4));
        var c32 = TLanes.Broadcast(Unsafe.Add(ref start, 5));
        var c64 = TLanes.Broadcast(Unsafe.Add(ref start, 6));
        var c128 = TLanes.Broadcast(Unsafe.Add(ref start, 7));
        var c256 = TLanes.Broadcast(Unsafe.Add(ref start, 8));
        var exceeded = TLanes.Broadcast(0);
        var flip = TLanes.Broadcast(0);
        var (step, sectionStart, end, firstOne) = (0, 0, query.HeadCount, query.HeadOnes);
        ref var planes = ref head;
        while (true)
        {
            for (; step < end; step += Step)
            {
                TVector carry;
                var zerosLeft = firstOne - step;
                if (stored)
                {
                    ref var stream = ref Unsafe.Add(ref planes, (step - sectionStart) * PlaneLayout.WordsPerPlane);
                    carry = AddStep(Reading.Stored, ref stream, ref order, ref Unsafe.Add(ref queryBits, step), ref ones, ref twos, ref fours, ref eights);
                }
                else if (zerosLeft is > 0 and < Step)
                {
                    // The one step of the head or tail in which the query's bit changes.
                    ref var masks = ref Unsafe.Add(ref MemoryMarshal.GetReference(MixedMasks), Step - 1 - zerosLeft);
                    carry = AddStep(Reading.Mixed, ref planes, ref Unsafe.Add(ref order, step), ref masks, ref ones, ref twos, ref fours, ref eights);
                }
                else
                {
                    if (zerosLeft is <= 0 and > -Step)
                    {
                        flip = TLanes.Broadcast(ulong.MaxValue);
                        Flip(flip, ref ones, ref twos, ref fours, ref eights);
                    }

                    carry = AddStep(Reading.Sorted, ref planes, ref Unsafe.Add(ref order, step), ref queryBits, ref ones, ref twos, ref fours, ref eights);
                    carry = TLanes.Xor(carry, flip);
                }

                carry = AddOne(ref c16, carry);
                if (counterBits > 5)
                {
                    carry = AddOne(ref c32, carry);
                    if (counterBits > 6)
                    {
                        carry = AddOne(ref c64, carry);
                        if (counterBits > 7)
                        {
                            carry = AddOne(ref c128, carry);
                            if (counterBits > 8)
                            {
                                carry = AddOne(ref c256, carry);
                            }
                        }
                    }
                }

                exceeded = TLanes.Or(exceeded, carry);
                if (step >= firstLook && TLanes.AllOnes(exceeded))
                {
                    return false;
                }
            }

            Flip(flip, ref ones, ref twos, ref fours, ref eights);
            if (step == query.PlaneCount)
            {
                break;
            }

            flip = TLanes.Broadcast(0);
            (sectionStart, end, firstOne) = (step, query.PlaneCount, query.TailOnes);
            planes = ref tail;
        }

        ref var kept = ref counters.First;
        TLanes.Store(exceeded, ref kept);
        TLanes.Store(ones, ref Unsafe.Add(ref kept, PlaneLayout.WordsPerPlane));
        TLanes.Store(twos, ref Unsafe.Add(ref kept, 2 * PlaneLayout.WordsPerPlane));
        TLanes.Store(fours, ref Unsafe.Add(ref kept, 3 * PlaneLayout.WordsPerPlane));
        TLanes.Store(eights, ref Unsafe.Add(ref kept, 4 * PlaneLayout.WordsPerPlane));
        TLanes.Store(c16, ref Unsafe.Add(ref kept, 5 * PlaneLayout.WordsPerPlane));
        TLanes.Store(c32, ref Unsafe.Add(ref kept, 6 * PlaneLayout.WordsPerPlane));
        TLanes.Store(c64, ref Unsafe.Add(ref kept, 7 * PlaneLayout.WordsPerPlane));
        TLanes.Store(c128, ref Unsafe.Add(ref kept, 8 * PlaneLayout.WordsPerPlane));
        TLanes.Store(c256, ref Unsafe.Add(ref kept, 9 * PlaneLayout.WordsPerPlane));
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Flip(TVector flip, ref TVector ones, ref TVector twos, ref TVector fours, ref TVector eights)
    {
        ones = TLanes.Xor(ones, flip);
        twos = TLanes.Xor(twos, flip);
        fours = TLanes.Xor(fours, flip);
        eights = TLanes.Xor(eights, flip);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TVector AddOne(ref TVector counter, TVector bit)
    {
        var carry = TLanes.And(counter, bit);
        counter = TLanes.Xor(counter, bit);
        return carry;
    }

    /// <summary>Adds sixteen planes; returns the carry to the fifth bit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TVector AddStep(Reading reading, ref ulong planes, ref ushort order, ref ulong masks,
        ref TVector ones, ref TVector twos, ref TVector fours, ref TVector eights)
    {
        var fours0 = AddFour(reading, ref planes, ref order, ref masks, 0, ref ones, ref twos);
        var fours1 = AddFour(reading, ref planes, ref order, ref masks, 4, ref ones, ref twos);
        var eights0 = TLanes.Add(ref fours, fours0, fours1);
        fours0 = AddFour(reading, ref planes, ref order, ref masks, 8, ref ones, ref twos);
        fours1 = AddFour(reading, ref planes, ref order, ref masks, 12, ref ones, ref twos);
        return TLanes.Add(ref eights, eights0, TLanes.Add(ref fours, fours0, fours1));
    }

    /// <summary>Adds four planes; returns the carry to the third bit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TVector AddFour(Reading reading, ref ulong planes, ref ushort order, ref ulong masks, int index, ref TVector ones, ref TVector twos)
    {
        var a = Plane(reading, ref planes, ref order, ref masks, index);
        var b = Plane(reading, ref planes, ref order, ref masks, index + 1);
        var twos0 = TLanes.Add(ref ones, a, b);
        a = Plane(reading, ref planes, ref order, ref masks, index + 2);
        b = Plane(reading, ref planes, ref order, ref masks, index + 3);
        return TLanes.Add(ref twos, twos0, TLanes.Add(ref ones, a, b));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TVector Plane(Reading reading, ref ulong planes, ref ushort order, ref ulong masks, int index)
    {
        var offset = reading == Reading.Stored ? index * PlaneLayout.BytesPerPlane : (nint)Unsafe.Add(ref order, index);
        var plane = TLanes.Load(ref Unsafe.AddByteOffset(ref planes, offset));
        return reading == Reading.Sorted ? plane : TLanes.Xor(plane, TLanes.Broadcast(Unsafe.Add(ref masks, index)));
    }

    /// <summary>How a step's planes are found and compared; a constant wherever it is passed.</summary>
    enum Reading
    {
        /// <summary>One after the other, each against the query's bit.</summary>
        Stored,

        /// <summary>By the order, all of the same bit: as they lie.</summary>
        Sorted,

        /// <summary>By the order, first zeros, then ones.</summary>
        Mixed,
    }
}
