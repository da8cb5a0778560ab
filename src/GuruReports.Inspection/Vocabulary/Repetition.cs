#if GURU_REPORTING
namespace GuruReports.Reporting.Vocabulary;
#else
namespace GuruReports.Inspection.Vocabulary;
#endif

/// <summary>Finds what repeats itself in a row, as a method does that calls itself, or two that call each other. Compiled into the report's library too.</summary>
internal static class Repetition
{
    /// <summary>From how often on it is worth to be said: twice takes no more room than to say so.</summary>
    public const int WorthSaying = 3;

    private const int LongestPeriod = 8;

    /// <summary>Returns how long the part is that repeats itself from an index on, and how often it stands there; 1 and 1 where none does.</summary>
    /// <param name="items">The row.</param>
    /// <param name="start">Where the first part begins.</param>
    /// <param name="areEqual">Whether two of the row are the same.</param>
    /// <param name="least">How often it has to stand there.</param>
    public static (int Period, int Times) At<T>(IReadOnlyList<T> items, int start, Func<T, T, bool> areEqual, int least = WorthSaying)
    {
        for (var period = 1; period <= LongestPeriod && start + (period * least) <= items.Count; period++)
        {
            var equal = 0;
            while (start + period + equal < items.Count && areEqual(items[start + equal], items[start + period + equal]))
            {
                equal++;
            }

            var times = 1 + (equal / period);
            if (times >= least)
            {
                return (period, times);
            }
        }

        return (1, 1);
    }
}
