using System.Numerics;
using FsCheck.Xunit;
using HashMatch.Indexes.Kernels;

namespace HashMatch.Tests.Indexes.Kernels;

public class SlotKernelProperties
{
    [Property]
    public void Every_kernel_marks_exactly_the_near_values(ushort value, ushort[] differences, byte shift)
    {
        // Sparse differences too, so that every bound divides the lanes.
        var stored = Enumerable.Range(0, ISlotKernel.Width)
            .Select(lane => (ushort)(value ^ (differences.Length == 0 ? lane : differences[lane % differences.Length] >> ((lane + shift) % 16)))).ToArray();
        for (var bound = 0; bound <= 16; bound++)
        {
            var expected = stored.Index().Sum(lane => BitOperations.PopCount((uint)(lane.Item ^ value)) <= bound ? 1L << lane.Index : 0);

            Assert.Equal((uint)expected, ScalarSlotKernel.Within(in stored[0], value, bound));
            AgreesIfSupported<Vector128SlotKernel>(stored, value, bound, (uint)expected);
            AgreesIfSupported<Avx2SlotKernel>(stored, value, bound, (uint)expected);
            AgreesIfSupported<Avx512SlotKernel>(stored, value, bound, (uint)expected);
        }
    }

    static void AgreesIfSupported<TKernel>(ushort[] stored, ushort value, int bound, uint expected)
        where TKernel : struct, ISlotKernel
    {
        if (TKernel.IsSupported)
        {
            Assert.Equal(expected, TKernel.Within(in stored[0], value, bound));
        }
    }
}
