using System.Diagnostics;
using GuruReports.Inspection.Vocabulary;
using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.KnownTypes.Work;

namespace GuruReports.SnapshotReader.Analysis.Work;

/// <summary>Reads requests in the hands of Kestrel. Of a request only its method, its route and its state are looked at.</summary>
internal sealed class RequestReader(Image image, Activities activities)
{
    private const int LongestSegment = 32;
    private const int MostSegments = 8;

    private readonly Endpoints _endpoints = new(image);

    /// <summary>The request that an object works on; null while it works on none.</summary>
    public RequestFound? Read(ulong address)
    {
        var context = KestrelRows.Contexts.Select(field => image.Fields.Reference(address, field)).FirstOrDefault(static found => found != 0);
        var httpContext = image.Fields.Reference(context, HostingRows.HttpContext);
        if (!IsInWork(address, httpContext))
        {
            return null;
        }

        var activity = image.Fields.Reference(image.Fields.Reference(context, HostingRows.ActivityFeature), HostingRows.FeatureActivity);
        var trace = activities.Read(activity);
        var version = image.Fields.Value<sbyte>(address, KestrelRows.Version) ?? -1;
        var endpoint = image.Fields.Reference(address, KestrelRows.Endpoint) is var found and not 0 ? _endpoints.Of(found) : null;
        var isUpgraded = IsSet(address, KestrelRows.IsUpgraded) || IsSet(address, KestrelRows.IsAccepted);
        var item = new WorkItem
        {
            Kind = endpoint?.Kind is { } kind and not (WorkKind.Request or WorkKind.Connection) ? kind : isUpgraded ? WorkKind.Connection : WorkKind.Request,
            Name = endpoint is { IsWhole: true } ? endpoint.Route : $"{Method(address)} {endpoint?.Route ?? Path(address)}",
            Handler = endpoint?.Handler,
            Trace = trace with { Age = trace.Age ?? Age(context) },
            Protocol = version >= 0 && version < KestrelRows.Versions.Count ? KestrelRows.Versions[version] : null,
            IsClientGone = IsSet(address, KestrelRows.IsAborted),
        };
        return new RequestFound(item, activity, httpContext);
    }

    /// <summary>The context says whether the application has the request; without one, the server's own state does, which knows it for HTTP/1 only.</summary>
    private bool IsInWork(ulong address, ulong httpContext) => image.Fields.Value<byte>(httpContext, HostingRows.IsActive) is { } active
        ? active == 1
        : image.Fields.Value<int>(address, KestrelRows.State) is >= KestrelRows.FirstStateOfWork and <= KestrelRows.LastStateOfWork;

    private bool IsSet(ulong address, Runtime.RuntimeField field) => image.Fields.Value<byte>(address, field) == 1;

    private long? Age(ulong context) => image.Fields.Value<long>(context, HostingRows.Started) is { } started and > 0 && image.Request.TickCount is { } now
        ? Math.Max(0, now - (started / (Stopwatch.Frequency / 1000)))
        : null;

    private string Method(ulong address)
    {
        if (image.Fields.Value<byte>(address, KestrelRows.Method) is not { } number)
        {
            return "(method unknown)";
        }

        return number < KestrelRows.Methods.Count ? KestrelRows.Methods[number]
            : number == KestrelRows.CustomMethod && image.Memory.Text(image.Fields.Reference(address, KestrelRows.MethodText), LongestSegment) is { } text && IsPlain(text) ? text
            : "(another method)";
    }

    /// <summary>What nobody declared may hold anything: parts of a path that are not plain words are not shown.</summary>
    private string Path(ulong address)
    {
        if (image.Memory.Text(image.Fields.Reference(address, KestrelRows.Path), image.Request.MaximumTextLength) is not { } path)
        {
            return "(path unknown)";
        }

        var segments = path.Split('/');
        var shown = segments.Take(MostSegments).Select(static segment => IsPlain(segment) ? segment : "*");
        return string.Join('/', shown) + (segments.Length > MostSegments ? "/…" : "") + " (no endpoint)";
    }

    private static bool IsPlain(string segment) => segment.Length <= LongestSegment && segment.All(static letter => char.IsAsciiLetter(letter) || letter is '-' or '_' or '.');
}
