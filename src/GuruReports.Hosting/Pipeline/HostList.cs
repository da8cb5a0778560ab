namespace GuruReports.Hosting.Pipeline;

/// <summary>The hosts of the process that are running. Any thread.</summary>
internal sealed class HostList
{
    private readonly Lock _gate = new();
    private volatile IReadOnlyList<HostReports> _all = [];
    private volatile GuruMeditationOptions _early = new();

    /// <summary>Gets the hosts in the order in which they started.</summary>
    public IReadOnlyList<HostReports> All => _all;

    /// <summary>Gets the settings of the process: the first host's, or those that hold while there is none.</summary>
    public GuruMeditationOptions Options => _all is [var first, ..] ? first.Options : _early;

    /// <summary>Takes the settings that hold while no host is there.</summary>
    public void UseEarly(GuruMeditationOptions options) => _early = options;

    /// <summary>Adds a host.</summary>
    /// <returns>It, under a name that no other host has.</returns>
    public HostReports Add(HostReports host)
    {
        lock (_gate)
        {
            var name = FindFreeName(host.Name);
            var named = name == host.Name ? host : host with { Name = name };
            _all = [.. _all, named];
            return named;
        }
    }

    public void Replace(HostReports host, HostReports by)
    {
        lock (_gate)
        {
            _all = [.. _all.Select(known => ReferenceEquals(known, host) ? by : known)];
        }
    }

    public void Remove(HostReports host)
    {
        lock (_gate)
        {
            _early = host.Options;
            _all = [.. _all.Where(known => !ReferenceEquals(known, host))];
        }
    }

    private string FindFreeName(string name)
    {
        var free = name;
        for (var number = 2; _all.Any(host => host.Name == free); number++)
        {
            free = FormattableString.Invariant($"{name} #{number}");
        }

        return free;
    }

    /// <summary>Gets whether a host is the only one.</summary>
    public bool IsLast(HostReports host) => _all is [var only] && ReferenceEquals(only, host);
}
