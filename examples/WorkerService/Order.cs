namespace WorkerService;

internal sealed record Order(int Id, string Article, int Pieces);
