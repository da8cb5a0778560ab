namespace GuruReports.SnapshotReader.Sequences;

/// <summary>What a sequence says of itself, and its first and last item.</summary>
internal static class Asking
{
    public static bool Any<T>(this IEnumerable<T> source)
    {
        using var items = source.GetEnumerator();
        return items.MoveNext();
    }

    public static bool Any<T>(this IEnumerable<T> source, Func<T, bool> wanted)
    {
        foreach (var item in source)
        {
            if (wanted(item))
            {
                return true;
            }
        }

        return false;
    }

    public static bool All<T>(this IEnumerable<T> source, Func<T, bool> wanted)
    {
        foreach (var item in source)
        {
            if (!wanted(item))
            {
                return false;
            }
        }

        return true;
    }

    public static bool Contains<T>(this IEnumerable<T> source, T wanted)
    {
        if (source is ICollection<T> collection)
        {
            return collection.Contains(wanted);
        }

        foreach (var item in source)
        {
            if (EqualityComparer<T>.Default.Equals(item, wanted))
            {
                return true;
            }
        }

        return false;
    }

    public static T First<T>(this IEnumerable<T> source)
    {
        using var items = source.GetEnumerator();
        return items.MoveNext() ? items.Current : throw new InvalidOperationException("there is none");
    }

    public static T First<T>(this IEnumerable<T> source, Func<T, bool> wanted) => source.Where(wanted).First();

    public static T? FirstOrDefault<T>(this IEnumerable<T> source)
    {
        using var items = source.GetEnumerator();
        return items.MoveNext() ? items.Current : default;
    }

    public static T? FirstOrDefault<T>(this IEnumerable<T> source, Func<T, bool> wanted)
    {
        foreach (var item in source)
        {
            if (wanted(item))
            {
                return item;
            }
        }

        return default;
    }

    public static T? LastOrDefault<T>(this IEnumerable<T> source)
    {
        T? last = default;
        foreach (var item in source)
        {
            last = item;
        }

        return last;
    }

    public static T Single<T>(this IEnumerable<T> source) => source.ToList() is [var only] ? only : throw new InvalidOperationException("there is not exactly one");

    public static bool SequenceEqual<T>(this IEnumerable<T> source, IEnumerable<T> others)
    {
        using var theirs = others.GetEnumerator();
        foreach (var item in source)
        {
            if (!theirs.MoveNext() || !EqualityComparer<T>.Default.Equals(item, theirs.Current))
            {
                return false;
            }
        }

        return !theirs.MoveNext();
    }
}
