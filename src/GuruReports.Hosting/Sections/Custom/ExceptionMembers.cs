using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Sections.Custom;

/// <summary>Turns exceptions into the model.</summary>
internal static class ExceptionMembers
{
    private const int MostInner = 10;

    /// <summary>Turns an exception with those inside it.</summary>
    public static ReportValue Convert(ObjectConverter converter, Exception exception, int depth)
    {
        var map = new MapBuilder()
            .Add("exception", ExceptionText.Short(exception))
            .AddKnown("stack", exception.StackTrace is { } stack ? converter.Convert("", stack, depth + 1) : null);
        if (exception.Data.Count > 0)
        {
            map.Add("data", converter.Convert("", exception.Data, depth + 1));
        }

        if (exception is AggregateException { InnerExceptions.Count: > 1 } several)
        {
            map.Add("inner", converter.Convert("", several.InnerExceptions.Take(MostInner).ToList(), depth + 1));
        }
        else if (exception.InnerException is { } inner)
        {
            map.Add("inner", converter.Convert("", inner, depth + 1));
        }

        return map.Build();
    }
}
