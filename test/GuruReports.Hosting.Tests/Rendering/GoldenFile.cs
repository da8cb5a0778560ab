using System.Runtime.CompilerServices;

namespace GuruReports.Hosting.Tests.Rendering;

/// <summary>Compares with the files in Golden; <c>GURU_UPDATE_GOLDEN=1</c> writes them anew.</summary>
internal static class GoldenFile
{
    public static void Check(string name, string actual, [CallerFilePath] string here = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(here)!, "Golden", name + ".golden");
        if (Environment.GetEnvironmentVariable("GURU_UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, actual);
        }

        Assert.Equal(File.ReadAllText(path), actual);
    }
}
