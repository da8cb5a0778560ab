using GuruReports.Inspection.Snapshot.Model.Threads;
using GuruReports.Inspection.Vocabulary;
using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Runtime.Entries;
using Microsoft.Diagnostics.Runtime;

namespace GuruReports.SnapshotReader.Analysis.Methods;

/// <summary>
/// Says which method of the service a dynamic method calls. What a framework makes at run time to call a handler is compiled with all
/// optimisation at once, and the handler may be compiled into it: then no frame shows it. Told by name: of a thread that runs managed
/// code the image shows no frames.
/// </summary>
internal sealed class DynamicCalls
{
    private const int MostResolvers = 50_000;
    private const int MostTokens = 1_000;
    private const int MostCalls = 2_000;
    private const int LongestName = 500;
    private const uint FirstElement = 16;

    private readonly Image _image;

    private DynamicCalls(Image image) => _image = image;

    /// <summary>The dynamic methods with a name of their own that have one call into the service's code, with that call.</summary>
    public static IReadOnlyList<InlinedCall> Read(Image image, CollectedObjects collected)
    {
        if (!image.Known.Has(Features.DynamicCalls))
        {
            return [];
        }

        var calls = new DynamicCalls(image);
        return
        [
            .. collected.Parts(DynamicEntries.Resolver)
                .Take(MostResolvers)
                .Select(resolver => (Name: calls.NameOf(resolver), Resolver: resolver))
                .Where(static found => found.Name is { Length: > 0 })
                .GroupBy(static found => found.Name!, StringComparer.Ordinal)
                .Where(static group => group.Count() == 1)
                .Select(group => calls.Only(group.Key, image.Fields.Reference(group.First().Resolver, DynamicEntries.Scope)))
                .OfType<InlinedCall>()
                .Take(MostCalls),
        ];
    }

    private string? NameOf(ulong resolver) =>
        _image.Fields.Reference(_image.Fields.Reference(resolver, DynamicEntries.Method), DynamicEntries.Name) is var name and not 0
            ? _image.Runtime.Heap.GetObject(name).AsString(LongestName)
            : null;

    private InlinedCall? Only(string name, ulong scope)
    {
        var found = Tokens(scope)
            .Select(token => HandleOf(_image.Fields.Reference(token, DynamicEntries.Boxed)))
            .Where(static handle => handle != 0)
            .Distinct()
            .Select(handle => _image.Runtime.GetMethodByHandle(handle))
            .OfType<ClrMethod>()
            .Where(method => _image.Symbols.Owner(method.Type) is CodeOwner.Service && IsCall(method))
            .Take(2)
            .ToList();
        return found is not [var only] ? null : new InlinedCall
        {
            Into = name,
            Called = new SnapshotFrame { Method = _image.Symbols.Name(only), File = _image.Symbols.FirstLine(only)?.File, Owner = CodeOwner.Service },
        };
    }

    // Constructors and accessors pass values around the call.
    private static bool IsCall(ClrMethod method) => method.Name is { } name
        && !name.StartsWith('.') && !name.StartsWith("get_", StringComparison.Ordinal) && !name.StartsWith("set_", StringComparison.Ordinal);

    private IEnumerable<ulong> Tokens(ulong scope)
    {
        var list = _image.Fields.Reference(scope, DynamicEntries.Tokens);
        var items = _image.Fields.Reference(list, ContinuationEntries.Items);
        var count = items == 0 ? 0 : Math.Min(_image.Fields.Value<int>(list, ContinuationEntries.Size) ?? 0, MostTokens);
        for (var i = 0u; i < count; i++)
        {
            if (_image.Memory.Pointer(items + FirstElement + (i * 8)) is var token and not 0)
            {
                yield return token;
            }
        }
    }

    private ulong HandleOf(ulong info) => _image.Kinds.KindAt(info) is not { } kind ? 0
        : kind.Is(DynamicEntries.Stub) ? _image.Fields.Value<ulong>(info, DynamicEntries.StubValue) ?? _image.Fields.Value<ulong>(info, DynamicEntries.StubNumber) ?? 0
        : kind.Is(FlowEntries.MethodObject) ? _image.Fields.Value<ulong>(info, FlowEntries.MethodHandle) ?? 0
        : 0;
}
