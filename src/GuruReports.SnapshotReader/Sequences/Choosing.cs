namespace GuruReports.SnapshotReader.Sequences;

/// <summary>Sequences of some of the items.</summary>
internal static class Choosing
{
    public static IEnumerable<T> Where<T>(this IEnumerable<T> source, Func<T, bool> wanted)
    {
        foreach (var item in source)
        {
            if (wanted(item))
            {
                yield return item;
            }
        }
    }

    public static IEnumerable<T> Take<T>(this IEnumerable<T> source, int count)
    {
        if (count <= 0)
        {
            yield break;
        }

        foreach (var item in source)
        {
            yield return item;
            if (--count == 0)
            {
                yield break;
            }
        }
    }

    public static IEnumerable<T> Skip<T>(this IEnumerable<T> source, int count)
    {
        foreach (var item in source)
        {
            if (--count < 0)
            {
                yield return item;
            }
        }
    }

    public static IEnumerable<T> TakeWhile<T>(this IEnumerable<T> source, Func<T, bool> wanted)
    {
        foreach (var item in source)
        {
            if (!wanted(item))
            {
                yield break;
            }

            yield return item;
        }
    }

    public static IEnumerable<T> TakeLast<T>(this IEnumerable<T> source, int count)
    {
        var items = source.ToList();
        for (var index = Math.Max(0, items.Count - count); index < items.Count; index++)
        {
            yield return items[index];
        }
    }
}
