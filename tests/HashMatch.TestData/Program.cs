using HashMatch.TestData.Icon;

namespace HashMatch.TestData;

/// <summary>The command: <c>dotnet run -c Release --project tests/HashMatch.TestData -- testdata</c>, or <c>-- --icon src/icon.png</c>.</summary>
static class Program
{
    static int Main(string[] args)
    {
        switch (args)
        {
            case ["--icon", var file]:
                File.WriteAllBytes(file, PackageIcon.Png());
                return 0;
            case [var root]:
                Generator.Write(root);
                return 0;
            default:
                Console.Error.WriteLine("Give the folder to write to, such as: testdata; or --icon and a file");
                return 2;
        }
    }
}
