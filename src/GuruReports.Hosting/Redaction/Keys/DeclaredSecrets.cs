using System.Collections.Concurrent;

namespace GuruReports.Hosting.Redaction.Keys;

/// <summary>The keys that the service's code declared to be secret, for the life of the process: what one host declares is secret in all reports.</summary>
internal sealed class DeclaredSecrets
{
    private readonly ConcurrentDictionary<string, byte> _keys = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets those of the process.</summary>
    public static DeclaredSecrets Shared { get; } = new();

    /// <summary>Adds a key.</summary>
    /// <param name="key">The key with all its parts (<c>Heat:Stamp</c>).</param>
    public void Add(string key) => _keys.TryAdd(Normalize(key), 0);

    /// <summary>Returns whether a key, or a section that it is in, was declared.</summary>
    /// <param name="key">The key, also as an environment variable spells it.</param>
    public bool Contains(string key)
    {
        if (_keys.IsEmpty)
        {
            return false;
        }

        var part = Normalize(key);
        while (!_keys.ContainsKey(part))
        {
            var end = part.LastIndexOf(':');
            if (end <= 0)
            {
                return false;
            }

            part = part[..end];
        }

        return true;
    }

    private static string Normalize(string key) => key.Replace("__", ":", StringComparison.Ordinal);
}
