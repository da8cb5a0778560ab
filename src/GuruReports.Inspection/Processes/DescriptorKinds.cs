namespace GuruReports.Inspection.Processes;

/// <summary>The open descriptors of this process, by kind.</summary>
internal sealed class DescriptorKinds
{
    private const int MostExamined = 20_000;
    private const int MostListed = 1_000_000;

    private readonly Dictionary<string, int> _kinds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _samples = new(StringComparer.Ordinal);
    private readonly HashSet<long> _sockets = [];

    /// <summary>Gets the number of open descriptors.</summary>
    public int Used { get; private set; }

    /// <summary>Gets how many were looked at.</summary>
    public int Examined { get; private set; }

    /// <summary>Gets the open files that are deleted.</summary>
    public int Deleted { get; private set; }

    /// <summary>Gets the number of each kind.</summary>
    public IReadOnlyDictionary<string, int> Kinds => _kinds;

    /// <summary>Gets how often each file is open.</summary>
    public IReadOnlyDictionary<string, int> Files => _files;

    /// <summary>Gets the last descriptor of each file.</summary>
    public IReadOnlyDictionary<string, int> Samples => _samples;

    /// <summary>Gets the inodes of the sockets.</summary>
    public IReadOnlySet<long> Sockets => _sockets;

    /// <summary>Reads the descriptors; null where they cannot be listed.</summary>
    public static DescriptorKinds? Read(SystemFiles files, CancellationToken cancellation = default)
    {
        var ids = files.ListNumbers("/proc/self/fd", MostListed);
        if (ids.Count == 0)
        {
            return null;
        }

        var kinds = new DescriptorKinds { Used = ids.Count };
        foreach (var id in ids)
        {
            if (kinds.Examined >= MostExamined || cancellation.IsCancellationRequested)
            {
                break;
            }

            // Gone in between: the listing itself holds one that is closed by now.
            if (files.ReadLink($"/proc/self/fd/{id}") is { } target)
            {
                kinds.Add(target, id);
            }
            else
            {
                kinds.Used--;
            }
        }

        return kinds;
    }

    private void Add(string target, int id)
    {
        Examined++;
        var kind = KindOf(target);
        _kinds[kind] = _kinds.GetValueOrDefault(kind) + 1;
        if (kind == "socket" && TryInode(target, out var inode))
        {
            _sockets.Add(inode);
        }
        else if (kind == "file")
        {
            _samples[target] = id;
            _files[target] = _files.GetValueOrDefault(target) + 1;
            Deleted += target.EndsWith(" (deleted)", StringComparison.Ordinal) && !IsMemory(target) ? 1 : 0;
        }
    }

    // socket:[123], pipe:[45], anon_inode:[eventpoll], anon_inode:inotify, /memfd:x (deleted), /dev/null, /a/file
    private static string KindOf(string target)
    {
        if (target.StartsWith("anon_inode:", StringComparison.Ordinal))
        {
            return target["anon_inode:".Length..].Trim('[', ']');
        }

        if (target.StartsWith("/memfd:", StringComparison.Ordinal))
        {
            return "memfd";
        }

        if (target.StartsWith("/dev/", StringComparison.Ordinal))
        {
            return "device";
        }

        if (target.StartsWith('/'))
        {
            return "file";
        }

        var colon = target.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 ? target[..colon] : "other";
    }

    // Files of shared memory are deleted by design: they are no lost disk space.
    private static bool IsMemory(string target) =>
        target.StartsWith("/dev/shm/", StringComparison.Ordinal) || target.StartsWith("/memfd:", StringComparison.Ordinal) || target.StartsWith("/SYSV", StringComparison.Ordinal)
        || target.Contains("doublemapper", StringComparison.Ordinal);

    private static bool TryInode(string target, out long inode) =>
        long.TryParse(target.AsSpan("socket:[".Length).TrimEnd(']'), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out inode);
}
