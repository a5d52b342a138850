using HashMatch.Imaging.Vips;

namespace HashMatch.Imaging.Tests;

public class VipsLibraryTests
{
    [Fact]
    public void A_missing_library_says_what_to_install_and_keeps_the_cause()
    {
        var cause = new DllNotFoundException("libvips.so.42: cannot open shared object file");
        var exception = VipsLibrary.Missing("linux-x64", cause);
        Assert.Contains("NetVips.Native", exception.Message, StringComparison.Ordinal);
        Assert.Contains("linux-x64", exception.Message, StringComparison.Ordinal);
        Assert.Same(cause, exception.InnerException);
    }
}
