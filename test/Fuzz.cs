using FsCheck;

namespace GuruReports.Tests;

/// <summary>How often a property is tried: by the same cases each time, so that a change fails and not the day; <c>GURU_LONG=1</c> tries new ones.</summary>
internal static class Fuzz
{
    private const ulong Seed = 15328794033565702720;
    private const ulong Gamma = 16545744747041291629;

    /// <summary>Returns the configuration for a number of cases.</summary>
    public static Config Cases(int count = 100)
    {
        var config = Config.QuickThrowOnFailure.WithMaxTest(count);
        return Environment.GetEnvironmentVariable("GURU_LONG") == "1" ? config : config.WithReplay(Seed, Gamma);
    }
}
