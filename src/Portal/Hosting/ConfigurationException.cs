namespace Purbalingga.Portal.Hosting;

/// <summary>A setting or an option with which the portal cannot start; the message is for the person who starts it.</summary>
internal sealed class ConfigurationException(string message) : Exception(message);
