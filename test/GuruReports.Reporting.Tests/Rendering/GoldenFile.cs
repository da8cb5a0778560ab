using GuruReports.Testing;

namespace GuruReports.Reporting.Tests.Rendering;

/// <summary>Compares with the files in Golden; <c>GURU_UPDATE_GOLDEN=1</c> writes them anew.</summary>
internal static class GoldenFile
{
    public static void Check(string name, string actual)
    {
        var path = Repository.PathOf("test", "GuruReports.Reporting.Tests", "Rendering", "Golden", name + ".golden");
        if (Environment.GetEnvironmentVariable("GURU_UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, actual);
        }

        Assert.Equal(File.ReadAllText(path), actual);
    }
}
