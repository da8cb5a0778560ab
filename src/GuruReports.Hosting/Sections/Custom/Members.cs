using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace GuruReports.Hosting.Sections.Custom;

/// <summary>The parts of dictionaries and tuples, as names with values.</summary>
internal static class Members
{
    /// <summary>Returns the entries of a dictionary.</summary>
    public static IEnumerable<KeyValuePair<string, object?>> Of(IDictionary dictionary)
    {
        foreach (DictionaryEntry entry in dictionary)
        {
            yield return new(Name(entry.Key), entry.Value);
        }
    }

    /// <summary>Returns the items of a tuple.</summary>
    public static IEnumerable<object?> Of(ITuple tuple)
    {
        for (var index = 0; index < tuple.Length; index++)
        {
            yield return tuple[index];
        }
    }

    /// <summary>Returns the entries of a sequence of pairs; null when it is none.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "A member that was trimmed away is not there to be shown.")]
    public static IEnumerable<KeyValuePair<string, object?>>? PairsOf(IEnumerable sequence)
    {
        foreach (var contract in sequence.GetType().GetInterfaces())
        {
            if (contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IEnumerable<>)
                && contract.GetGenericArguments()[0] is { IsGenericType: true } item && item.GetGenericTypeDefinition() == typeof(KeyValuePair<,>))
            {
                return Pairs(sequence, item);
            }
        }

        return null;
    }

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "A member that was trimmed away is not there to be shown.")]
    private static IEnumerable<KeyValuePair<string, object?>> Pairs(IEnumerable sequence, Type type)
    {
        var key = type.GetProperty("Key")!;
        var value = type.GetProperty("Value")!;
        foreach (var pair in sequence)
        {
            yield return new(Name(key.GetValue(pair)), value.GetValue(pair));
        }
    }

    private static string Name(object? key) => key switch
    {
        null => "null",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => key.ToString() ?? "",
    };
}
