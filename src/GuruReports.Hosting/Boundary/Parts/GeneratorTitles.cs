using System.Runtime.CompilerServices;

namespace GuruReports.Hosting.Boundary.Parts;

/// <summary>Knows the titles of generators. That of a service's own is foreign code: it is read once, when its host starts.</summary>
internal static class GeneratorTitles
{
    private const int LongestTitle = 200;

    private static readonly ConditionalWeakTable<IReportGenerator, string> s_read = [];

    /// <summary>Reads a title; foreign code runs.</summary>
    public static string Read(IReportGenerator generator)
    {
        // Policy: a title that throws is replaced by the type's name; the section itself may still be good.
        try
        {
            return generator.Title is { Length: > 0 } title ? BoundedText.Cut(title, LongestTitle) : generator.GetType().Name;
        }
        catch (Exception)
        {
            return generator.GetType().Name;
        }
    }

    /// <summary>Reads and remembers a title; foreign code runs.</summary>
    public static void Learn(IReportGenerator generator)
    {
        if (!OwnCode.Has(generator))
        {
            s_read.AddOrUpdate(generator, Read(generator));
        }
    }

    /// <summary>Returns the title as far as it is known; no foreign code runs.</summary>
    public static string Of(IReportGenerator generator) =>
        OwnCode.Has(generator) ? generator.Title : s_read.TryGetValue(generator, out var title) ? title : generator.GetType().Name;
}
