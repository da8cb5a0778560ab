using System.Collections;

namespace GuruReports.SnapshotReader.Sequences;

/// <summary>Sequences of what items become.</summary>
internal static class Projecting
{
    public static IEnumerable<TResult> Select<T, TResult>(this IEnumerable<T> source, Func<T, TResult> become)
    {
        foreach (var item in source)
        {
            yield return become(item);
        }
    }

    public static IEnumerable<TResult> Select<T, TResult>(this IEnumerable<T> source, Func<T, int, TResult> become)
    {
        var index = 0;
        foreach (var item in source)
        {
            yield return become(item, index++);
        }
    }

    public static IEnumerable<TResult> SelectMany<T, TResult>(this IEnumerable<T> source, Func<T, IEnumerable<TResult>> parts)
    {
        foreach (var item in source)
        {
            foreach (var part in parts(item))
            {
                yield return part;
            }
        }
    }

    public static IEnumerable<TResult> SelectMany<T, TPart, TResult>(this IEnumerable<T> source, Func<T, IEnumerable<TPart>> parts, Func<T, TPart, TResult> become)
    {
        foreach (var item in source)
        {
            foreach (var part in parts(item))
            {
                yield return become(item, part);
            }
        }
    }

    public static IEnumerable<T> OfType<T>(this IEnumerable source)
    {
        foreach (var item in source)
        {
            if (item is T wanted)
            {
                yield return wanted;
            }
        }
    }

    public static IEnumerable<T> Cast<T>(this IEnumerable source)
    {
        foreach (var item in source)
        {
            yield return (T)item;
        }
    }
}
