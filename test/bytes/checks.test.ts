import { holds } from './held.ts';

holds('checks', /^validate\/(?:profiles|packs|of-a-pack)/u);
