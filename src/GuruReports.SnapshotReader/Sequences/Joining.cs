namespace GuruReports.SnapshotReader.Sequences;

/// <summary>Sequences made of several, or of numbers.</summary>
internal static class Joining
{
    /// <summary>0, 1, 2 and so on, so many.</summary>
    public static IEnumerable<int> Numbers(int count)
    {
        for (var number = 0; number < count; number++)
        {
            yield return number;
        }
    }

    public static IEnumerable<T> Concat<T>(this IEnumerable<T> source, IEnumerable<T> others)
    {
        foreach (var item in source)
        {
            yield return item;
        }

        foreach (var item in others)
        {
            yield return item;
        }
    }

    public static IEnumerable<T> Append<T>(this IEnumerable<T> source, T last) => source.Concat([last]);

    public static IEnumerable<T> Prepend<T>(this IEnumerable<T> source, T first) => new[] { first }.Concat(source);

    public static IEnumerable<T> DefaultIfEmpty<T>(this IEnumerable<T> source, T instead)
    {
        var any = false;
        foreach (var item in source)
        {
            any = true;
            yield return item;
        }

        if (!any)
        {
            yield return instead;
        }
    }
}
