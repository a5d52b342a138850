namespace HashMatch.TestData;

/// <summary>The command: <c>dotnet run -c Release --project tests/HashMatch.TestData -- testdata</c>.</summary>
static class Program
{
    static int Main(string[] args)
    {
        if (args is not [var root])
        {
            Console.Error.WriteLine("Give the folder to write to, such as: testdata");
            return 2;
        }

        Generator.Write(root);
        return 0;
    }
}
