using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace GuruReports.WebZoo.Services;

/// <summary>A web service whose requests are all in a known state.</summary>
internal static class ZooServer
{
    private static readonly SemaphoreSlim s_empty = new(0);
    private static readonly TaskCompletionSource s_never = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private static int s_left;

    /// <summary>What nobody ever ends.</summary>
    public static Task Never => s_never.Task;

    public static async Task RunAsync(string[] args)
    {
        Ended.Listen();
        ThreadPool.SetMinThreads(32, 32);
        var builder = WebApplication.CreateBuilder(args);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(static options =>
        {
            options.Listen(IPAddress.Loopback, 0);
            options.Listen(IPAddress.Loopback, 0, static endpoint => endpoint.Protocols = HttpProtocols.Http2);
        });
        builder.Services.AddGuruMeditationReports();
        builder.Services.AddControllers();
        builder.Services.AddSignalR();
        builder.Services.AddGrpc();
        builder.Services.AddHostedService<Sweeper>();
        builder.Services.AddHostedService<Blocked>();
        var app = builder.Build();
        app.UseWebSockets();
        app.UseWhen(static context => context.Request.Path.StartsWithSegments("/files", StringComparison.Ordinal), static files => files.Run(LoseAsync));
        app.MapGet("/orders/{id}", static (int id) => Orders.LoadAsync(s_empty, id));
        app.MapPost("/orders", Orders.PlaceAsync);
        app.MapGet("/forget", Forget);
        app.MapGet("/left", LeftAsync);
        app.MapGet("/begun", static () => Volatile.Read(ref s_left).ToString(System.Globalization.CultureInfo.InvariantCulture));
        app.MapGet("/present", static () => (Census.Present - Census.Unasked).ToString(System.Globalization.CultureInfo.InvariantCulture));
        app.MapGet("/batches", Ended.RunAsync);
        app.MapGet("/done/{id}", static (int id) => Ended.Told("/done/{id}", Results.Ok(id), 200));
        app.MapGet("/broken", static () => Ended.Told("/broken", Results.StatusCode(500), 500));
        app.Map("/ws", ListenAsync);
        app.MapControllers();
        app.MapHub<ChatHub>("/chat");
        app.MapGrpcService<Keeper>();
        await app.StartAsync();
        var ports = app.Urls.Select(static url => new Uri(url).Port).ToList();
        Console.WriteLine($"ports {ports[0]} {ports[1]}");
        Background.Start();
        if (args.Contains("load"))
        {
            Collections.Start();
        }

        await app.WaitForShutdownAsync();
    }

    private static async Task LoseAsync(HttpContext context)
    {
        Census.Enter();
        await Never;
        await context.Response.CompleteAsync();
    }

    private static void Forget() => _ = Task.Run(Orders.ForgetAsync);

    private static async Task LeftAsync()
    {
        Interlocked.Increment(ref s_left);
        Census.Enter();
        await Never;
    }

    private static async Task ListenAsync(HttpContext context)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        Census.Enter();
        await socket.ReceiveAsync(new byte[16], CancellationToken.None);
    }
}
