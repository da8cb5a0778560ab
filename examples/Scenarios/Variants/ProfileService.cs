namespace Scenarios.Variants;

/// <summary>Lazily loaded values of which three need each other.</summary>
internal sealed class ProfileService : BackgroundService
{
    private readonly Dictionary<string, Lazy<Task<string>>> _parts = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        AddPart("user", "address");
        AddPart("address", "country");
        AddPart("country", "user");
        var user = _parts["user"].Value;
        Ready.When(() => _parts.Values.All(part => part.IsValueCreated));
        await user;
    }

    private void AddPart(string name, string needed) =>
        _parts[name] = new Lazy<Task<string>>(() => LoadPartAsync(name, needed));

    private async Task<string> LoadPartAsync(string name, string needed)
    {
        await Task.Yield();
        var other = await _parts[needed].Value.ConfigureAwait(false);
        return $"{name} of {other}";
    }
}
