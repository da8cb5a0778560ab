using GuruReports.Inspection.Vocabulary;
using GuruReports.SnapshotReader.Analysis.Known;
using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Analysis.Pool;
using GuruReports.SnapshotReader.KnownTypes.Rows;
using GuruReports.SnapshotReader.Runtime.Entries;

namespace GuruReports.SnapshotReader.Analysis.Work;

/// <summary>Reads the endpoints of requests, each once.</summary>
internal sealed class Endpoints(Image image, KnownReader known)
{
    private const int MostItems = 256;

    private readonly Dictionary<ulong, EndpointFound> _found = [];
    private readonly QueueReader _arrays = new(image);

    public EndpointFound Of(ulong endpoint)
    {
        if (!_found.TryGetValue(endpoint, out var found))
        {
            _found[endpoint] = found = Read(endpoint);
        }

        return found;
    }

    private EndpointFound Read(ulong endpoint)
    {
        var (kind, handler) = (WorkKind.Request, (string?)null);
        foreach (var item in _arrays.Array(known.Reference(endpoint, EndpointRows.Items), 0, MostItems))
        {
            if (image.Kinds.KindAt(item) is not { } found)
            {
                continue;
            }

            kind = found.IsOf(EndpointRows.Hub) ? WorkKind.Connection : found.IsOf(EndpointRows.Call) ? Call(item) : kind;
            handler = found.IsOf(EndpointRows.Action) ? Method(known.Reference(item, EndpointRows.ActionMethod)) ?? handler
                : handler is null && found.Is(FlowEntries.MethodObject) ? Method(item) : handler;
        }

        return new EndpointFound(kind, Route(endpoint), handler) { IsWhole = kind is WorkKind.Call or WorkKind.Stream };
    }

    private string Route(ulong endpoint)
    {
        var template = known.Text(endpoint, EndpointRows.Pattern);
        return template is null ? known.Text(endpoint, EndpointRows.DisplayName) ?? "an endpoint without a name"
            : template.StartsWith('/') ? template : "/" + template;
    }

    private WorkKind Call(ulong metadata) =>
        known.Number(metadata, EndpointRows.CallKind) is > 0 ? WorkKind.Stream : WorkKind.Call;

    /// <summary>The service's own method; null for one of the framework, which only calls it.</summary>
    private string? Method(ulong methodObject)
    {
        var handle = image.Fields.Value<ulong>(methodObject, FlowEntries.MethodHandle) ?? 0;
        return handle != 0 && image.Runtime.GetMethodByHandle(handle) is { } method && image.Symbols.Owner(method.Type) is not CodeOwner.Framework
            ? image.Symbols.Name(method)
            : null;
    }
}
