using Purbalingga.Portal.Cli;

return await PortalCommands.RunAsync(args);
