using System.Diagnostics;
using GuruReports.Inspection.Vocabulary;
using GuruReports.SnapshotReader.Analysis.Known;
using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.KnownTypes;
using GuruReports.SnapshotReader.KnownTypes.Rows;

namespace GuruReports.SnapshotReader.Analysis.Work;

/// <summary>Reads requests in the hands of Kestrel. Of a request only its method, its route and its state are looked at.</summary>
internal sealed class RequestReader(Image image, KnownReader known, Activities activities)
{
    private const int LongestSegment = 32;
    private const int MostSegments = 8;

    private readonly Endpoints _endpoints = new(image, known);

    /// <summary>The request that an object works on; null while it works on none.</summary>
    public RequestFound? Read(ulong address)
    {
        var context = known.Reference(address, KestrelRows.Context);
        var httpContext = known.Reference(context, HostingRows.HttpContext);
        if (!IsInWork(address, httpContext))
        {
            return null;
        }

        var activity = known.Reference(context, HostingRows.Activity);
        var trace = activities.Read(activity);
        var version = known.Number(address, KestrelRows.Version) ?? -1;
        var endpoint = known.Reference(address, KestrelRows.Endpoint) is var found and not 0 ? _endpoints.Of(found) : null;
        var isUpgraded = IsSet(address, KestrelRows.IsUpgraded) || IsSet(address, KestrelRows.IsAccepted);
        var item = new WorkItem
        {
            Kind = endpoint?.Kind is { } kind and not (WorkKind.Request or WorkKind.Connection) ? kind : isUpgraded ? WorkKind.Connection : WorkKind.Request,
            Name = endpoint is { IsWhole: true } ? endpoint.Route : $"{Method(address)} {endpoint?.Route ?? Path(address)}",
            Handler = endpoint?.Handler,
            Trace = trace with { Age = trace.Age ?? Age(context) },
            Protocol = version >= 0 && version < KestrelRows.Versions.Count ? KestrelRows.Versions[(int)version] : null,
            IsClientGone = IsSet(address, KestrelRows.IsAborted),
        };
        return new RequestFound(item, activity, httpContext);
    }

    /// <summary>The context says whether the application has the request; without one, the server's own state does, which knows it for HTTP/1 only.</summary>
    private bool IsInWork(ulong address, ulong httpContext) => known.Number(httpContext, HostingRows.IsActive) is { } active
        ? active == 1
        : known.Number(address, KestrelRows.State) is >= KestrelRows.FirstStateOfWork and <= KestrelRows.LastStateOfWork;

    private bool IsSet(ulong address, KnownPath path) => known.IsSet(address, path);

    private long? Age(ulong context) => known.Number(context, HostingRows.Started) is { } started and > 0 && image.Request.TickCount is { } now
        ? Math.Max(0, now - (started / (Stopwatch.Frequency / 1000)))
        : null;

    private string Method(ulong address)
    {
        if (known.Number(address, KestrelRows.Method) is not { } number)
        {
            return "(method unknown)";
        }

        return number < KestrelRows.Methods.Count ? KestrelRows.Methods[(int)number]
            : number == KestrelRows.CustomMethod && known.Text(address, KestrelRows.MethodText, LongestSegment) is { } text && IsPlain(text) ? text
            : "(another method)";
    }

    /// <summary>What nobody declared may hold anything: parts of a path that are not plain words are not shown.</summary>
    private string Path(ulong address)
    {
        if (known.Text(address, KestrelRows.Path) is not { } path)
        {
            return "(path unknown)";
        }

        var segments = path.Split('/');
        var shown = segments.Take(MostSegments).Select(static segment => IsPlain(segment) ? segment : "*");
        return string.Join('/', shown) + (segments.Length > MostSegments ? "/…" : "") + " (no endpoint)";
    }

    private static bool IsPlain(string segment) => segment.Length <= LongestSegment && segment.All(static letter => char.IsAsciiLetter(letter) || letter is '-' or '_' or '.');
}
