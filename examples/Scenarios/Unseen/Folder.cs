using System.Runtime.CompilerServices;

namespace Scenarios.Unseen;

/// <summary>A tree that is kept consistent by synchronized methods: downwards and upwards at the same time.</summary>
internal sealed class Folder(Folder? parent)
{
    private readonly List<Folder> _children = [];
    private long _size;

    [MethodImpl(MethodImplOptions.Synchronized)]
    public void Add(Folder child) => _children.Add(child);

    [MethodImpl(MethodImplOptions.Synchronized)]
    public long CountSize(Action entered)
    {
        entered();
        return _size + _children.Sum(child => child.CountSize(() => { }));
    }

    [MethodImpl(MethodImplOptions.Synchronized)]
    public void Grow(long bytes, Action entered)
    {
        _size += bytes;
        entered();
        parent?.Grow(bytes, () => { });
    }
}
