using GuruReports.SnapshotReader.Runtime.Entries;

namespace GuruReports.SnapshotReader.Analysis.Memory;

/// <summary>Names the method that a delegate calls; delegates of one method are resolved once.</summary>
internal sealed class DelegateNames
{
    private readonly Image _image;
    private readonly Dictionary<(ulong, ulong), DelegateTarget?> _targets = [];

    public DelegateNames(Image image) => _image = image;

    /// <summary>The method that the delegate at an address calls; null when it is none or unknown.</summary>
    public DelegateTarget? Find(ulong address)
    {
        if (_image.Kinds.KindAt(address) is not { } kind || _image.Fields.Offset(kind, DelegateEntries.Pointer) < 0)
        {
            return null;
        }

        var key = (_image.Fields.Value<ulong>(address, DelegateEntries.Pointer) ?? 0, _image.Fields.Value<ulong>(address, DelegateEntries.PointerOfStatic) ?? 0);
        if (!_targets.TryGetValue(key, out var target))
        {
            _targets[key] = target = Resolve(address, kind);
        }

        return target;
    }

    private DelegateTarget? Resolve(ulong address, ObjectKind kind)
    {
        var method = _image.Runtime.Heap.GetObject(address, kind.Type).AsDelegate().GetDelegateTarget()?.Method;
        if (method is null)
        {
            return null;
        }

        var place = _image.Symbols.FirstLine(method);
        return new DelegateTarget(_image.Symbols.Name(method), place, _image.Symbols.Owner(method.Type));
    }
}
