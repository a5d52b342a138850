using System.Runtime.CompilerServices;
using HashMatch.Buffers;

namespace HashMatch.Tests.Buffers;

public class NativeArrayTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1_000_003)]
    public void Items_are_zero_aligned_and_writable(int length)
    {
        NativeArray<ulong> array = new(length);

        Assert.Equal(length, array.Length);
        Assert.Equal(-1, array.Span.IndexOfAnyExcept(0UL));
        array.Span.Fill(7);
        Assert.Equal(-1, array.Span.IndexOfAnyExcept(7UL));
        Assert.Equal(0, array.Address % 64);
        GC.KeepAlive(array);
    }

    [Fact]
    public void A_view_shows_its_owners_memory_and_keeps_the_owner()
    {
        var (view, owner) = ViewOnUnreachableOwner();
        GC.Collect();
        GC.WaitForPendingFinalizers();

        Assert.True(owner.IsAlive);
        Assert.Equal(42, view.Span[1]);
        GC.KeepAlive(view);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    static (NativeArray<int> View, WeakReference Owner) ViewOnUnreachableOwner()
    {
        NativeArray<int> owner = new(2);
        owner.Span[1] = 42;
        return (new NativeArray<int>(owner, owner.Address, 2), new WeakReference(owner));
    }
}
