namespace GuruReports.WebZoo.Services;

/// <summary>What requests wait in.</summary>
internal static class Orders
{
    public static async Task<string> LoadAsync(SemaphoreSlim empty, int id)
    {
        Census.Enter();
        await empty.WaitAsync();
        return $"order {id}";
    }

    public static async Task PlaceAsync()
    {
        Census.Enter();
        await ZooServer.Never;
    }

    /// <summary>Goes on when the request that began it has ended.</summary>
    public static async Task ForgetAsync()
    {
        Census.Enter();
        await ZooServer.Never;
    }
}
